package fr.jalon.portal.privacy;

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

/** The pages about personal data, in a real browser. */
class PrivacyBrowserIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private JdbcClient jdbc;

  @Test
  void someoneIsAnsweredAndEachPageIsReadableByAll() {
    SampleSeason sample = new SampleSeason(portal);
    Beneficiary one = sample.accept(sample.open("Saison 3"), 1).get(0);
    jdbc.sql(
            "update programme.candidacy set standing = 'REFUSED', decided_at = now() - interval '3 years'")
        .update();
    String contact =
        jdbc.sql("select contact_email from programme.candidacy").query(String.class).single();
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      page.navigate(PrivacyPaths.NOTICE);
      TestBrowser.check(page, "vie-privee-information");
      TestBrowser.signIn(page, person(Role.ADMINISTRATOR, null).email(), PASSWORD);
      page.navigate(one.href() + "/notes");
      page.fill("#text", "Une élue suit de près.");
      page.locator("main form button").click();
      page.navigate(one.href() + "/notes");
      TestBrowser.check(page, "vie-privee-notes");
      page.navigate("/programme/consultations");
      TestBrowser.check(page, "vie-privee-consultations");
      page.navigate(PrivacyPaths.KEPT);
      TestBrowser.check(page, "vie-privee-registre");
      page.navigate(PrivacyPaths.RETENTIONS + "/refused-candidacies");
      page.locator("main form button").click();
      assertThat(page.locator("[role=alert]").textContent()).contains("visa");
      TestBrowser.check(page, "vie-privee-duree");
      page.fill("#visa", "AD45 2026-12");
      page.locator("main form button").first().click();
      page.navigate(PrivacyPaths.RETENTIONS);
      TestBrowser.check(page, "vie-privee-durees");
      page.navigate(PrivacyPaths.OWN);
      TestBrowser.check(page, "vie-privee-les-miennes");
      page.navigate(PrivacyPaths.PEOPLE);
      TestBrowser.check(page, "vie-privee-chercher");
      page.fill("#email", contact);
      page.fill("#name", "Camille Martin");
      page.locator("main form button").click();
      page.locator(".place summary").first().click();
      TestBrowser.check(page, "vie-privee-personne");
      page.check("#read");
      page.locator("form[action$=effacer] button").click();
      assertThat(page.locator("h1").textContent()).contains("Personne effacée");
      TestBrowser.check(page, "vie-privee-effacee");
    }
  }
}
