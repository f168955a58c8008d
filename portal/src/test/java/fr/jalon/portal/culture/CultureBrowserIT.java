package fr.jalon.portal.culture;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import org.junit.jupiter.api.Test;

/** Guides, words, first datasets, a question and its answer, in a real browser. */
class CultureBrowserIT extends CatalogIT {
  @Test
  void isReadAskedAndAnsweredByAll() {
    Person agent = person(Role.AGENT, "vendome");
    Dataset dataset = samples().publish(SampleDatasets.subsidiesOf("vendome", 12));
    String path = "/jeux-de-donnees/" + dataset.slug();
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      for (String one :
          new String[] {
            "/guides",
            "/guides/donnees-personnelles",
            "/glossaire",
            "/premiers-jeux?q=vendome",
            "/usages",
            "/usages/proposer"
          }) {
        page.navigate(one);
        TestBrowser.check(page, "culture" + one.replaceAll("[^a-z]+", "-"));
      }

      page.navigate(path);
      Locator meaning = page.locator("#mot-api");
      page.locator(".term a").first().focus();
      assertThat(meaning.isVisible()).as("on focus").isTrue();
      page.keyboard().press("Escape");
      assertThat(meaning.isVisible()).as("gone with Escape").isFalse();
      page.locator("#questions a").first().click();
      page.fill("#text", "Votés ou versés ?");
      TestBrowser.check(page, "culture-question");
      page.waitForTimeout(Ticket.SOONEST.toMillis());
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForSelector("h1:has-text('partie')");

      Page working = browser.visitor();
      TestBrowser.signIn(working, agent.email(), PASSWORD);
      working.navigate(CulturePaths.answers(dataset.slug()));
      TestBrowser.check(working, "culture-reponses");
      working.fill("textarea", "Votés.");
      working.locator("main form button.main").click();
      working.waitForSelector("text=Votés.");

      page.navigate(path + "#questions");
      assertThat(page.locator("#questions").textContent()).contains("Votés ou versés", "Votés.");
    }
  }
}
