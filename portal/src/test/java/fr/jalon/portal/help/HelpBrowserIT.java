package fr.jalon.portal.help;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.deposit.Deposits;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the card to the answer and back to the card, in a real browser. */
class HelpBrowserIT extends CatalogIT {
  private static final String FILE =
      """
      nom;montant;annee
      École Jules-Ferry;1200;2022
      Gymnase;1 200 euros;2022
      Piscine;800;2022
      Bibliothèque ;950;2022
      Théâtre;400;2022
      """;

  @Autowired private Deposits deposits;

  @Test
  void aCellIsAskedAboutProposedAndAcceptedOnItsCard() throws Exception {
    Person agent = person(Role.AGENT, "chateauroux");
    Person helper = person(Role.FACILITATOR, null);
    UUID id = deposits.receive(agent, "lieux.csv", new ByteArrayInputStream(FILE.getBytes(UTF_8)));
    for (int i = 0; i < 600 && deposits.job(id, agent).running(); i++) {
      Thread.sleep(50);
    }
    deposits.confirmReading(id, agent, 0);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, agent.email(), PASSWORD);
      page.navigate("/depots/" + id + "/corrections");
      TestBrowser.check(page, "aide-carte");
      page.locator(".problem .ask-about a").first().click();
      page.fill("#text", "Faut-il retaper ce montant ?");
      TestBrowser.check(page, "aide-nouvelle");
      page.locator("main form button").click();
      page.waitForURL(url -> url.contains("/aide/demandes/"));
      String request = page.url();

      Page other = browser.visitor();
      TestBrowser.signIn(other, helper.email(), PASSWORD);
      other.navigate("/aide");
      TestBrowser.check(other, "aide-liste");
      other.locator(".tickets a").first().click();
      other.fill("#cellule-B3", "1200");
      TestBrowser.check(other, "aide-demande");
      other.locator("form:has(#cellule-B3) button").click();
      other.waitForURL(request);

      page.navigate(request);
      TestBrowser.check(page, "aide-demande-agent");
      page.locator(".thread a").last().click();
      TestBrowser.check(page, "aide-proposee");
      page.locator(".suggested .button.main").click();
      page.waitForCondition(() -> page.locator(".suggested").count() == 0);
      assertThat(page.locator(".history").textContent()).contains("B3");
      page.navigate(request);
      page.locator("form[action$='/regle'] button").click();
      other.navigate(request);
      other.locator("a[href$='/article']").click();
      other.fill("#title", "Un montant avec son unité");
      other.fill("#problem", "Un nombre et des lettres.");
      other.fill("#answer", "Gardez le nombre seul.");
      TestBrowser.check(other, "aide-article-ecrire");
      other.locator("main form button").click();
      other.waitForURL(url -> url.contains("/aide/articles/"));
      TestBrowser.check(other, "aide-article");
      other.navigate("/aide/articles");
      TestBrowser.check(other, "aide-articles");
    }
  }
}
