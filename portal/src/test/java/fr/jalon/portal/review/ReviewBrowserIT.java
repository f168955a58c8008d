package fr.jalon.portal.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A review begun, written in, frozen and added to, in a browser. */
class ReviewBrowserIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private Organizations organizations;
  @Autowired private Seasons seasons;

  @Test
  void aReviewIsBegunWrittenFrozenAndAddedTo() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 3");
    Beneficiary one =
        sample.accept(season, organizations.findBySlug("vendome").orElseThrow().siren());
    sample.sign(one, seasons.today());
    samples().publish(SampleDatasets.subsidiesOf("vendome", 12));
    Person alix = person(Role.FACILITATOR, null);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, alix.email(), PASSWORD);
      page.navigate(ReviewPaths.beneficiary(one.id()));
      TestBrowser.check(page, "bilans");
      page.locator("#what").selectOption("bilan-final");
      page.locator("main form button").first().press("Enter");
      page.waitForURL(url -> url.matches(".*/bilans/[0-9a-f-]{36}"));
      PlaywrightAssertions.assertThat(page.locator("main")).containsText("Subventions versées");
      TestBrowser.check(page, "bilan");
      page.locator("a[href$='/passages/summary']").click();
      TestBrowser.check(page, "bilan-passage");
      page.fill("#text", "Vendôme a ouvert ses subventions en une matinée.");
      page.locator("main form button").click();
      page.waitForURL(url -> url.endsWith("#summary"));
      PlaywrightAssertions.assertThat(page.locator("main")).containsText("en une matinée");
      page.locator("form[action$='/figer'] button").press("Enter");
      PlaywrightAssertions.assertThat(page.locator("[role=status]")).containsText("figé");
      assertThat(page.locator("a[href*='/passages/']").count()).isZero();
      page.fill("#text", "Le maire l'a annoncé au conseil.");
      page.locator("form[action$='/ajouts'] button").click();
      PlaywrightAssertions.assertThat(page.locator("main")).containsText("annoncé au conseil");
      TestBrowser.check(page, "bilan-fige");

      page.navigate(ReviewPaths.season(season.slug()));
      TestBrowser.check(page, "bilans-saison");
      page.locator("main form button").first().click();
      page.waitForURL(url -> url.matches(".*/bilans/[0-9a-f-]{36}"));
      TestBrowser.check(page, "bilan-saison");
      page.navigate(ReviewPaths.beneficiary(one.id()) + "/avis");
      page.locator("main form button").click();
      PlaywrightAssertions.assertThat(page.locator("[role=status]")).containsText("/bilans/avis/");
      String link =
          page.locator("[role=status]")
              .textContent()
              .replaceFirst("(?s).*(/bilans/avis/\\S+).*", "$1");

      Page guest = browser.visitor();
      guest.navigate(link);
      guest.locator("#useful-4").check();
      guest.fill("#name", "Sacha");
      TestBrowser.check(guest, "avis");
      guest.locator("main form button").click();
      PlaywrightAssertions.assertThat(guest.locator("main")).containsText("Votre avis est gardé");
      guest.navigate(ReviewPaths.ofAll(season.slug()));
      TestBrowser.check(guest, "saison-publique");
    }
  }
}
