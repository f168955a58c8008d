package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages as a browser without any script sees them. */
class DepositPagesIT extends PortalIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";
  private static final Pattern MEND =
      Pattern.compile(
          "name=\"seen\" value=\"([^\"]+)\">\\s*<button[^>]* name=\"mend\" value=\"([^\"]+)\"");
  private static final byte[] FILE =
      """
      nom;date;montant
      École Jules-Ferry;12/03/2022;1 200,50
      Gymnase;01/04/2022;800,25
      Bibliothèque;15/06/2022;35,00
      """
          .getBytes(StandardCharsets.UTF_8);

  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  @BeforeEach
  void people() {
    person("agent@orleans.example", "Orléans");
    person("agent@blois.example", "Blois");
  }

  @Test
  void aDepositGoesToTheSandboxWithoutAScript() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    assertThat(agent.get("/depots").body()).contains("Aucun dépôt");
    String deposit = send(agent, "équipements.csv", FILE);
    assertThat(page(agent, deposit + "/lecture")).contains("École Jules-Ferry");

    agent.post(deposit + "/lecture", Map.of());
    Matcher mend = MEND.matcher(page(agent, deposit + "/corrections"));
    assertThat(mend.find()).as("a mend is proposed").isTrue();
    agent.post(
        deposit + "/corrections/accepter", Map.of("mend", mend.group(2), "seen", mend.group(1)));
    assertThat(page(agent, deposit + "/corrections")).contains("Ce que j'ai corrigé");
    agent.post(deposit + "/corrections", Map.of());
    assertThat(page(agent, deposit + "/description")).contains("name=\"title\"");

    HttpResponse<String> lacking =
        agent.post(deposit + "/description", Map.of("title", "", "summary", "Des lieux."));
    assertThat(lacking.statusCode()).isEqualTo(422);
    assertThat(lacking.body()).contains("Donnez un titre").contains("Des lieux.");
    assertThat(lacking.body())
        .contains("Choisissez un thème", "Choisissez un rythme", "Choisissez une licence");
    Map<String, String> named = told("Salles réservées par Mme Élodie Brisset", "Des lieux.");
    HttpResponse<String> people = agent.post(deposit + "/description", named);
    assertThat(people.statusCode()).isEqualTo(422);
    assertThat(people.body()).contains("semble dire", "le nom d'une personne", "id=\"people\"");
    Map<String, String> agreed = new HashMap<>(named);
    agreed.putAll(Map.of("people", "true", "stay", "true"));
    assertThat(agent.post(deposit + "/description", agreed).statusCode()).isEqualTo(302);
    agent.get(deposit + "/description");
    HttpResponse<String> score =
        agent.post(deposit + "/description/score", told("Équipements", "Des lieux."));
    assertThat(score.statusCode()).isEqualTo(200);
    assertThat(score.body()).contains("sur 9").contains("sur 405").doesNotContain("<html");
    assertThat(agent.get(deposit + "/description/score").body()).contains("sur 405");
    HttpResponse<String> described =
        agent.post(deposit + "/description", told("Équipements", "Des lieux."));
    assertThat(TestVisitor.location(described)).endsWith("/verification");
    assertThat(page(agent, deposit + "/verification"))
        .contains("Équipements")
        .contains("donnees@mairie.example")
        .contains("Ce qui a été corrigé");
    HttpResponse<String> late = agent.post(deposit + "/verification", Map.of("revision", "1"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Quelque chose a changé").contains("Équipements");
    HttpResponse<String> rehearsed = agent.post(deposit + "/verification", Map.of());
    assertThat(TestVisitor.location(rehearsed)).endsWith("/bac-a-sable");
    assertThat(page(agent, deposit + "/bac-a-sable")).contains("Équipements");
    assertThat(TestVisitor.location(agent.get(deposit))).endsWith("/bac-a-sable");
  }

  @Test
  void aStrangerIsToldThatThereIsNoSuchDeposit() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = send(agent, "a.csv", FILE);
    TestVisitor stranger = visitor().signIn("agent@blois.example", SECRET);

    for (String path : new String[] {"", "/lecture", "/corrections", "/avancement"}) {
      assertThat(stranger.get(deposit + path).statusCode()).as(path).isEqualTo(404);
    }
    stranger.get("/depots");
    assertThat(stranger.post(deposit + "/lecture", Map.of()).statusCode()).isEqualTo(404);
    assertThat(visitor().get(deposit).statusCode()).isEqualTo(302);
  }

  @Test
  void aFormWithoutAFileSaysSo() {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    agent.get("/depots/nouveau");
    HttpResponse<String> answer = agent.upload("/depots", Map.of(), "fichier", "", new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Choisissez d'abord un fichier");
  }

  @Test
  void aStepAskedTooEarlyLeadsToTheOneThatIsReady() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = send(agent, "a.csv", FILE);
    page(agent, deposit + "/lecture");

    for (String path : new String[] {"/corrections", "/description", "/publication"}) {
      assertThat(TestVisitor.location(agent.get(deposit + path))).as(path).endsWith("/lecture");
    }
  }

  private static String send(TestVisitor visitor, String name, byte[] content) {
    visitor.get("/depots/nouveau");
    HttpResponse<String> answer = visitor.upload("/depots", Map.of(), "fichier", name, content);
    assertThat(answer.statusCode()).isEqualTo(302);
    return TestVisitor.location(answer).replaceFirst("^https?://[^/]+", "");
  }

  /** The page once no work goes on; until then, it asks to be asked again. */
  private static String page(TestVisitor visitor, String path) throws InterruptedException {
    String body = "";
    for (int i = 0; i < 300; i++) {
      body = visitor.get(path).body();
      if (!body.contains("http-equiv=\"refresh\"")) {
        return body;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The work on " + path + " does not end: " + body);
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

  /** A description that lacks nothing. */
  private static Map<String, String> told(String title, String summary) {
    return Map.of(
        "title", title,
        "summary", summary,
        "theme", "GOVERNMENT",
        "frequency", "ANNUAL",
        "license", "LICENCE_OUVERTE",
        "contact", "donnees@mairie.example");
  }
}
