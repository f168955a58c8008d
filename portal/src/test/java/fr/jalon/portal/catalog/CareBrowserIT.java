package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Role;
import org.junit.jupiter.api.Test;

/** From "Retirer de la vue du public" to an erased version, in a real browser. */
class CareBrowserIT extends CatalogIT {
  private static final String REASON =
      "Les adresses des bénéficiaires étaient trop précises : on pouvait y reconnaître des"
          + " personnes. Une version corrigée est en préparation.";

  @Test
  void eachScreenSaysWhatHappensAndIsReadableByAll() {
    Dataset dataset = samples().publish(SampleDatasets.trees(120));
    renew(dataset, SampleDatasets.subsidiesOf("chateauroux", 40));
    String path = "/jeux-de-donnees/" + dataset.slug();
    String email = person(Role.FOCAL_POINT, "chateauroux").email();
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, email, PASSWORD);
      page.navigate(path);
      TestBrowser.check(page, "jeu");
      click(page, AriaRole.LINK, "Retirer de la vue du public");
      TestBrowser.check(page, "retrait");
      click(page, AriaRole.BUTTON, "Retirer maintenant");
      assertThat(page.locator("[role=alert]").textContent()).contains("Écrivez le motif");
      TestBrowser.check(page, "retrait-refuse");

      page.fill("#reason", REASON);
      page.focus("#titre");
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.endsWith(path));
      TestBrowser.check(page, "tombe-des-siens");
      Page passer = browser.visitor();
      passer.navigate(path);
      assertThat(passer.title()).contains("a été retiré");
      TestBrowser.check(passer, "tombe");

      click(page, AriaRole.LINK, "Versions");
      TestBrowser.check(page, "versions-retirees");
      click(page, AriaRole.LINK, "Remettre en ligne");
      TestBrowser.check(page, "remise");
      click(page, AriaRole.BUTTON, "Remettre en ligne maintenant");
      page.navigate(path + "/gestion");
      click(page, AriaRole.BUTTON, "Comparer");
      TestBrowser.check(page, "comparaison");
      click(page, AriaRole.LINK, "Versions");
      click(page, AriaRole.LINK, "Restaurer la version 1");
      TestBrowser.check(page, "restauration");
      click(page, AriaRole.BUTTON, "Restaurer la version 1");
      click(page, AriaRole.LINK, "Retirer la version 3");
      TestBrowser.check(page, "retrait-version");
      page.selectOption("#instead", "2");
      page.fill("#reason", REASON);
      click(page, AriaRole.BUTTON, "Retirer la version 3");
      click(page, AriaRole.LINK, "Effacer la version 3");
      page.fill("#reason", REASON);
      click(page, AriaRole.BUTTON, "Effacer la version 3");
      TestBrowser.check(page, "effacement");
      page.check("#understood");
      click(page, AriaRole.BUTTON, "Effacer la version 3");
      TestBrowser.check(page, "versions");
      click(page, AriaRole.LINK, "Historique");
      TestBrowser.check(page, "historique");
      passer.navigate(path);
      assertThat(passer.locator("#historique").textContent()).contains("retirée le", REASON);
      TestBrowser.check(passer, "jeu-public");
    }
  }

  private void renew(Dataset dataset, SampleDatasets.Sample sample) {
    Version next = samples().putInSandbox(sample, dataset.id()).sandbox();
    if (next == null) {
      throw new AssertionError("nothing in the sandbox");
    }
    datasets.publish(dataset.id(), next.id(), SampleDatasets.SOMEONE);
  }

  private static void click(Page page, AriaRole role, String name) {
    page.locator("main")
        .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
    page.waitForLoadState();
  }
}
