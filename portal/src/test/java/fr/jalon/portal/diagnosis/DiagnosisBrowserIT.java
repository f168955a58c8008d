package fr.jalon.portal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A questionnaire filled in while the network comes and goes, and its diagnosis, in a browser. */
class DiagnosisBrowserIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private Fillings fillings;
  @Autowired private Diagnoses diagnoses;

  @Test
  void answersSurviveTheNetworkAndEachPageIsReadableByAll() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 3");
    Beneficiary one = sample.accept(season, 1).get(0);
    Person administrator = person(Role.ADMINISTRATOR, null);
    Filling filling = fillings.open(administrator, one.id(), Occasion.ENTRY);
    fillings.answer(administrator, filling.id(), "elu", Reply.chosen("actif"));
    diagnoses.freeze(administrator, one.id(), Occasion.ENTRY, Occasion.ENTRY, "Entrée");
    fillings.answer(administrator, filling.id(), "decision", Reply.chosen("non"));
    diagnoses.freeze(administrator, one.id(), Occasion.ENTRY, null, "Sortie");
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, administrator.email(), PASSWORD);
      page.navigate("/questionnaires");
      TestBrowser.check(page, "questionnaires");
      page.navigate(filling.href());
      TestBrowser.check(page, "questionnaire");
      page.navigate(filling.href() + "/organisation");
      var time = page.locator("[data-question=temps]");
      PlaywrightAssertions.assertThat(time).isHidden();
      page.locator("#q\\.referent-nommee").check();
      PlaywrightAssertions.assertThat(page.locator("[data-question=referent] .saved"))
          .containsText("Enregistré à");
      PlaywrightAssertions.assertThat(time).isVisible();
      TestBrowser.check(page, "questionnaire-partie");

      page.locator("#q\\.temps-n").fill("9999");
      PlaywrightAssertions.assertThat(time.locator(".fault-text")).containsText("de 0 à 160");
      page.context().setOffline(true);
      page.locator("#q\\.temps-n").fill("12");
      PlaywrightAssertions.assertThat(time.locator(".saved")).containsText("la connexion manque");
      page.context().setOffline(false);
      PlaywrightAssertions.assertThat(time.locator(".saved")).containsText("Enregistré à");
      PlaywrightAssertions.assertThat(time.locator(".fault-text")).isHidden();
      page.reload();
      assertThat(page.locator("#q\\.temps-n").inputValue()).isEqualTo("12");
      page.navigate(filling.href() + "/inventaire");
      TestBrowser.check(page, "questionnaire-inventaire");
      page.navigate(filling.href() + "/imprimer");
      TestBrowser.check(page, "questionnaire-imprimer");

      String result = "/diagnostics/" + one.id();
      page.navigate(result);
      TestBrowser.check(page, "diagnostic");
      page.navigate(result + "/comparer");
      TestBrowser.check(page, "diagnostic-comparer");
      page.navigate(result + "/entretiens");
      page.fill("#met", "La DGS");
      page.fill("#consent", "de vive voix");
      TestBrowser.check(page, "entretiens");
      page.locator("main form button").click();
      page.waitForURL(url -> url.matches(".*/entretiens/.+"));
      TestBrowser.check(page, "entretien");
      page.navigate("/questionnaires/versions");
      page.locator("main form button").click();
      page.waitForURL(url -> url.endsWith("/versions/2"));
      TestBrowser.check(page, "questionnaire-version");
      page.locator(".lines a").first().click();
      TestBrowser.check(page, "questionnaire-modifier");
      page.navigate("/questionnaires/versions/2/questions/fichiers");
      TestBrowser.check(page, "questionnaire-modifier-tableau");
      page.navigate("/questionnaires/versions/2/sections/portage/modifier");
      TestBrowser.check(page, "questionnaire-modifier-partie");
    }
  }
}
