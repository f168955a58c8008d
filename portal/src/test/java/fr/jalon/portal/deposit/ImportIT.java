package fr.jalon.portal.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.fetch.SiteToFetch;
import fr.jalon.portal.fetch.TestSite;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A file asked from an address: with and without a script, and what is said when it does not come.
 */
@Import(SiteToFetch.class)
class ImportIT extends PortalIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";
  private static final byte[] CSV =
      """
      nom;date;montant
      École Jules-Ferry;12/03/2022;1 200,50
      Gymnase;01/04/2022;800,25
      """
          .getBytes(UTF_8);

  @Autowired private TestSite site;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void people() {
    jdbc.sql("delete from deposit.import").update();
    person("agent@orleans.example", "Orléans");
    person("agent@blois.example", "Blois");
  }

  @Test
  void aFileIsTakenReadAndItsOriginShown() throws InterruptedException {
    site.on("/data/budget%202022.csv", TestSite.file("text/csv", CSV));
    TestVisitor agent = signedIn("agent@orleans.example");
    String place = ask(agent, "http://files.example/data/budget 2022.csv");

    String reading = end(agent, place);
    assertThat(reading)
        .contains("École Jules-Ferry")
        .contains("budget 2022.csv")
        .contains("Pris à cette adresse")
        .contains("http://files.example/data/budget%202022.csv");
    TestVisitor stranger = signedIn("agent@blois.example");
    assertThat(stranger.get(place).statusCode()).isEqualTo(404);
    assertThat(stranger.get(place + "/avancement").statusCode()).isEqualTo(404);
    assertThat(visitor().get(place).statusCode()).isEqualTo(302);
  }

  @Test
  void whatDoesNotComeIsSaidAndTriedAgain() throws InterruptedException {
    site.on("/later.csv", TestSite.status("503 Later"));
    TestVisitor agent = signedIn("agent@orleans.example");
    String place = ask(agent, "http://files.example/later.csv");

    assertThat(end(agent, place))
        .contains("files.example est en panne en ce moment")
        .contains("Essayer encore");
    assertThat(agent.get("/depots").body()).contains("http://files.example/later.csv");
    site.on("/later.csv", TestSite.file("text/csv", CSV));
    assertThat(TestVisitor.location(agent.post(place + "/reessayer", Map.of()))).endsWith(place);
    assertThat(end(agent, place)).contains("École Jules-Ferry");
    assertThat(agent.get("/depots").body()).contains("later.csv").doesNotContain("http://files");
  }

  @Test
  void aPageToReadIsNotTakenForAFile() throws InterruptedException {
    site.on("/page", TestSite.file("text/html", "<!doctype html><p>Bonjour".getBytes(UTF_8)));
    TestVisitor agent = signedIn("agent@orleans.example");
    assertThat(end(agent, ask(agent, "http://files.example/page")))
        .contains("une page à lire, pas un fichier");
  }

  @Test
  void ofSeveralFilesTheAgentChoosesOne() throws InterruptedException {
    site.on("/arbres.csv", TestSite.file("text/csv", CSV));
    site.on(
        "/arbres",
        TestSite.file(
            "text/html",
            "<!doctype html><a href=haies.ods>Les haies</a><a href=arbres.csv>Les arbres</a>"
                .getBytes(UTF_8)));
    TestVisitor agent = signedIn("agent@orleans.example");
    String place = ask(agent, "http://files.example/arbres");
    assertThat(end(agent, place)).contains("Quel fichier prendre", "Les haies", "Les arbres");
    assertThat(agent.get("/depots").body()).contains("http://files.example/arbres");

    String other = "http://files.example/other.csv";
    assertThat(agent.post(place + "/choix", Map.of("fichier", other)).statusCode()).isEqualTo(404);
    agent.get(place);
    String chosen = "http://files.example/arbres.csv";
    assertThat(agent.post(place + "/choix", Map.of("fichier", chosen)).statusCode()).isEqualTo(302);
    assertThat(end(agent, place)).contains("École Jules-Ferry").contains("arbres.csv");
    assertThat(agent.post(place + "/choix", Map.of("fichier", chosen)).statusCode()).isEqualTo(302);
  }

  @Test
  void anAddressThatIsNotPublicIsRefusedOnThePageOrAtTheDoor() throws InterruptedException {
    TestVisitor agent = signedIn("agent@orleans.example");
    for (String address : new String[] {"http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/"}) {
      assertThat(end(agent, ask(agent, address))).as(address).contains("n'est pas publique");
    }
    for (String address :
        new String[] {"file:///etc/passwd", "http://a.example:22/", "budget", ""}) {
      HttpResponse<String> refused = agent.post("/depots/adresse", Map.of("adresse", address));
      assertThat(refused.statusCode()).as(address).isEqualTo(400);
      assertThat(refused.body()).contains("id=\"adresse-erreur\"");
    }
  }

  @Test
  void addressesAreNotTriedByTheDozen() {
    TestVisitor agent = signedIn("agent@orleans.example");
    agent.get("/depots/nouveau");
    for (int i = 0; i < 10; i++) {
      ask(agent, "http://files.example/none-" + i);
    }
    HttpResponse<String> refused =
        agent.post("/depots/adresse", Map.of("adresse", "http://files.example/none"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Attendez une minute");
  }

  @Test
  void everyPageOfAnImportIsForAll() {
    CountDownLatch goOn = new CountDownLatch(1);
    site.on(
        "/slow.csv",
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n".getBytes(UTF_8));
          out.write("nom;montant\n".repeat(1000).getBytes(UTF_8));
          out.flush();
          goOn.await(20, TimeUnit.SECONDS);
        });
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, "agent@orleans.example", SECRET);
      site.on(
          "/page",
          TestSite.file(
              "text/html",
              "<!doctype html><a href=a.csv>Les arbres d'alignement</a><a href=b.xlsx>Les haies</a>"
                  .getBytes(UTF_8)));
      page.navigate("/depots/nouveau");
      TestBrowser.check(page, "nouveau-adresse");
      page.fill("#adresse", "http://files.example/page");
      page.press("#adresse", "Enter");
      page.locator("h1", new Page.LocatorOptions().setHasText("Quel fichier")).waitFor();
      TestBrowser.check(page, "adresse-choix");
      page.navigate("/depots/nouveau");
      page.fill("#adresse", "budget 2022");
      page.press("#adresse", "Enter");
      page.waitForSelector("#adresse-erreur");
      TestBrowser.check(page, "adresse-a-revoir");
      page.fill("#adresse", "http://files.example/slow.csv");
      page.press("#adresse", "Enter");
      page.locator("h1", new Page.LocatorOptions().setHasText("Je vais chercher")).waitFor();
      TestBrowser.check(page, "adresse-en-route");
      goOn.countDown();
      page.locator("h1", new Page.LocatorOptions().setHasText("Je n'ai pas pu")).waitFor();
      TestBrowser.check(page, "adresse-interrompue");
      site.on("/slow.csv", TestSite.file("text/csv", CSV));
      page.locator("button:has-text('Essayer encore')").click();
      page.locator("h1", new Page.LocatorOptions().setHasText("Voici ce que j'ai lu")).waitFor();
      TestBrowser.check(page, "lecture-adresse");
    }
  }

  /** Gives an address by the form, and where its page is. */
  private static String ask(TestVisitor visitor, String address) {
    visitor.get("/depots/nouveau");
    HttpResponse<String> answer = visitor.post("/depots/adresse", Map.of("adresse", address));
    assertThat(answer.statusCode()).as(address).isEqualTo(302);
    return TestVisitor.location(answer).replaceFirst("^https?://[^/]+", "");
  }

  /** The page once nothing goes on, wherever that leads. */
  private static String end(TestVisitor visitor, String place) throws InterruptedException {
    String at = place;
    for (int i = 0; i < 300; i++) {
      HttpResponse<String> answer = visitor.get(at);
      if (answer.statusCode() == 302) {
        at = TestVisitor.location(answer).replaceFirst("^https?://[^/]+", "");
      } else if (!answer.body().contains("http-equiv=\"refresh\"")) {
        return answer.body();
      } else {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("The work on " + place + " does not end");
  }

  private TestVisitor signedIn(String email) {
    return visitor().signIn(email, SECRET);
  }

  private void person(String email, String commune) {
    UUID organization =
        organizations.search(commune, 20).stream()
            .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE)
            .findFirst()
            .orElseThrow()
            .id();
    if (accounts.findByEmail(email).isEmpty()) {
      accounts.open(email, "Camille Roy", Role.AGENT, organization, SECRET);
    }
  }
}
