package fr.jalon.portal.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestBrowser;
import org.junit.jupiter.api.Test;

/** From the home page to what was read of a file, in a real browser. */
class TryBrowserIT extends PortalIT {
  private static final String TABLE =
      """
      Association;Courriel;Date;Montant
      Les Amis du livre;jeanne.martin@example.fr;12/03/2022;1 200 €
      Club de  judo;paul.durand@example.fr;5 avril 2022;450,00
      Comité des fêtes;claire.petit@example.fr;2022-04-28;2000
      """;

  @Test
  void isTriedFromTheHomePage() {
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      page.navigate("/");
      TestBrowser.check(page, "accueil");
      assertThat(page.locator("main a.button.main").getAttribute("href"))
          .isEqualTo("/depots/nouveau");
      page.locator("main a[href='/essayer']").click();
      page.waitForSelector("#fichier");
      TestBrowser.check(page, "essayer");
      page.setInputFiles(
          "#fichier", new FilePayload("aides.csv", "text/csv", TABLE.getBytes(UTF_8)));
      page.locator("#fichier").focus();
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForSelector("#suite");
      assertThat(page.title()).startsWith("Voici ce que j'ai lu");
      TestBrowser.check(page, "essaye");
    }
  }
}
