package fr.jalon.portal.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first page of an authority and its checklist, in a real browser. */
class ChecklistBrowserIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private JdbcClient jdbc;

  @Test
  void anItemIsTickedByHandAndEachPageIsReadableByAll() {
    SampleSeason sample = new SampleSeason(portal);
    String siren =
        jdbc.sql("select siren from organization.local_authority where slug = 'vendome'")
            .query(String.class)
            .single();
    Beneficiary town = sample.accept(sample.open("Saison 3"), siren);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, person(Role.FOCAL_POINT, "vendome").email(), PASSWORD);
      assertThat(page.url()).endsWith("/accueil");
      page.locator("main details summary").first().click();
      TestBrowser.check(page, "accueil-collectivite");
      page.locator("a[href$='/check-list/elected']").first().click();
      page.selectOption("#state", "DONE");
      page.locator("main form button").first().click();
      assertThat(page.locator("[role=alert]").textContent()).contains("Dites ce qui le montre");
      TestBrowser.check(page, "check-list-point");
      page.fill("#words", "Louise Martin, adjointe au numérique");
      page.locator("main form button").first().click();
      page.waitForURL(url -> url.endsWith("/check-list"));
      assertThat(page.locator("[role=status]").textContent()).contains("C'est noté");
      TestBrowser.check(page, "check-list");
      page.navigate(town.href());
      TestBrowser.check(page, "beneficiaire-check-list");
    }
  }
}
