package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a word typed wrongly to the dataset, with a keyboard, in a real browser. */
class SearchBrowserIT extends CatalogIT {
  @Autowired private SearchEntries entries;
  @Autowired private JdbcClient jdbc;

  @Test
  void isFoundNarrowedAndOpenedWithAKeyboard() {
    SampleCatalogue catalogue = new SampleCatalogue(jdbc);
    catalogue.publish(
        catalogue.towns(0).stream()
            .filter(town -> town.insee().startsWith("45") || town.insee().startsWith("36"))
            .toList());
    entries.catchUp();
    samples().publish(SampleDatasets.hostile());
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      page.navigate("/jeux-de-donnees");
      TestBrowser.check(page, "liste");
      page.focus("#q");
      page.keyboard().type("pistes cyclabes");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("q=pistes"));
      assertThat(page.locator(".understood").textContent()).contains("cyclabes", "cyclable.");
      assertThat(page.locator(".datasets mark").first().textContent()).isNotBlank();
      TestBrowser.check(page, "liste-corrigee");

      Locator place =
          page.locator(".facet a", new Page.LocatorOptions().setHasText("Loiret")).first();
      place.focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("territoire=departement-45"));
      Locator closed = page.locator(".facet:not([open]) summary").first();
      closed.focus();
      page.keyboard().press("Enter");
      TestBrowser.check(page, "liste-filtree");
      page.locator(".chip").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.contains("territoire="));

      page.navigate("/jeux-de-donnees?q=xylophone+olivet&theme=energy");
      TestBrowser.check(page, "rien-trouve");
      page.navigate("/jeux-de-donnees?q=script+essai");
      TestBrowser.check(page, "liste-hostile");
      assertThat(page.evaluate("window.__jalon")).isNull();
    }
  }

  @Test
  void theWordsOfTheSearchAreReadableByAll() {
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, person(Role.ADMINISTRATOR, null).email(), PASSWORD);
      page.navigate(CatalogPaths.SYNONYMS);
      page.click("main form button");
      assertThat(page.locator("#phrases-erreur").textContent()).contains("au moins deux");
      TestBrowser.check(page, "mots-refuses");
      page.fill("#phrases", "foyer rural, salle polyvalente");
      page.keyboard().press("Enter");
      page.waitForLoadState();
      assertThat(page.locator(".synonyms").first().textContent()).contains("foyer rural");
      TestBrowser.check(page, "mots");
    }
  }
}
