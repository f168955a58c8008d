package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The board, a candidacy and a beneficiary, in a real browser. */
class BoardBrowserIT extends CatalogIT {
  @Autowired private ApplicationContext portal;

  @Test
  void aSessionIsNotedFromTheBoardAndEachPageIsReadableByAll() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 3");
    List<Beneficiary> all = sample.accept(season, 4);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page passer = browser.visitor();
      passer.navigate(season.applyHref());
      passer.fill("#authority", "saint");
      passer.locator("main form button").click();
      assertThat(passer.locator("[role=alert]").textContent()).contains("Choisissez plus bas");
      TestBrowser.check(passer, "candidature");
      passer.locator("input[name=siren]").first().check();
      passer.fill("#contact", "Camille Martin");
      passer.fill("#email", "camille@saint.example");
      passer.fill("#reasons", "Ouvrir nos premières données.");
      passer.locator("main form button").click();
      assertThat(passer.locator("h1").textContent()).contains("Votre candidature est arrivée");
      TestBrowser.check(passer, "candidature-arrivee");

      Page page = browser.visitor();
      TestBrowser.signIn(page, person(Role.ADMINISTRATOR, null).email(), PASSWORD);
      page.navigate("/accueil");
      page.locator(".quick-card summary").focus();
      page.keyboard().press("Enter");
      TestBrowser.check(page, "tableau");
      page.locator(".quick button").click();
      page.waitForURL(url -> url.contains("saison=saison-3"));
      assertThat(page.locator("[role=status]").textContent()).contains("est notée");
      assertThat(page.locator(".cell-stage.done").count()).isEqualTo(1);
      page.locator(".needs a").first().click();
      page.locator("table a").first().click();
      TestBrowser.check(page, "candidature-a-etudier");
      page.navigate(season.href());
      TestBrowser.check(page, "saison");
      page.navigate(season.href() + "/modifier");
      TestBrowser.check(page, "saison-modifier");
      page.navigate(season.href() + "/nouveau-rendez-vous");
      TestBrowser.check(page, "rendez-vous-nouveau");
      page.fill("#day", season.plan().firstDay().plusDays(3).toString());
      page.locator("input[name=who]").nth(1).check();
      page.locator("main form button").click();
      page.waitForURL(url -> url.contains("/rendez-vous/"));
      TestBrowser.check(page, "rendez-vous");
      page.navigate("/accueil?saison=saison-3&phase=engage&etat=a-signer#tableau");
      assertThat(page.locator("#phase").inputValue()).isEqualTo("engage");
      page.navigate("/argent");
      page.locator("main details summary").first().click();
      TestBrowser.check(page, "argent");
      page.navigate(all.get(0).href());
      TestBrowser.check(page, "beneficiaire");
      page.navigate(season.href() + "/calendrier");
      TestBrowser.check(page, "calendrier");
    }
  }
}
