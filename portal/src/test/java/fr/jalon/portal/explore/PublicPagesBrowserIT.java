package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Version;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The pages all see, in a real browser: readable by all, and worked by keyboard alone. */
class PublicPagesBrowserIT extends CatalogIT {
  private static final String SELECTED = "[...document.querySelectorAll('td.chosen')].length";

  @Test
  void areReadableByAllAndWorkedByKeyboard() {
    Dataset first = samples().publish(SampleDatasets.subsidies(90));
    Dataset rehearsed = samples().putInSandbox(SampleDatasets.subsidies(120), first.id());
    Version next = Objects.requireNonNull(rehearsed.sandbox());
    datasets.publish(first.id(), next.id(), SampleDatasets.SOMEONE);
    String path = "/jeux-de-donnees/" + first.slug();
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      for (String one :
          new String[] {
            "/themes",
            "/themes/economy",
            "/modeles/scdl-subventions",
            "/collectivites/vendome",
            path + "?colonne=domaine&sans=site",
            path + "/comparaison",
            path + "?vue=graphique",
            path + "?vue=graphique&dessin=courbe",
            path + "?vue=graphique&dessin=repartition"
          }) {
        page.navigate(one);
        TestBrowser.check(page, one.replaceAll("[^a-z]+", "-"));
      }
      twiceAsLarge(page, path);
      walkCells(page, path);
      walkTheMenu(page, path);
    }
  }

  /** Text of 200 % on half a desk, as browsers enlarge it. */
  private static void twiceAsLarge(Page page, String path) {
    page.setViewportSize(768, 900);
    page.navigate(path + "?colonne=montant");
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
    assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(768);
    page.setViewportSize(1280, 900);
  }

  private static void walkCells(Page page, String path) {
    page.navigate(path);
    page.focus(".sheet");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Shift+ArrowRight");
    assertThat(page.evaluate(SELECTED)).isEqualTo(4);
    assertThat(page.locator(".selection p").textContent()).isEqualTo("4 cellules choisies");
    page.evaluate(
        """
        () => document.addEventListener('copy', (event) => {
          window.copied = event.clipboardData.getData('text/plain');
        })
        """);
    page.keyboard().press("Control+c");
    assertThat((String) page.evaluate("() => window.copied"))
        .startsWith("21410269700019\t")
        .contains("\t", "\n");
    String address = (String) page.evaluate("() => asAddress()");
    assertThat(address).contains("ligne=1-2", "de=siret_beneficiaire", "a=domaine", "#ligne-1");
    page.navigate(address);
    assertThat(page.locator("td.sought").count()).isEqualTo(4);
  }

  private static void walkTheMenu(Page page, String path) {
    page.navigate(path);
    page.focus(".sheet");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Alt+ArrowDown");
    page.waitForSelector("#colonne");
    page.waitForFunction("() => document.activeElement.id === 'colonne-titre'");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("__sort=asc"));
    page.waitForFunction("() => document.activeElement.id === 'colonne-titre'");
    page.keyboard().press("Escape");
    page.waitForFunction("() => !document.getElementById('colonne')");
  }
}
