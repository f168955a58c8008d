package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Ce n'est pas ça": the file read again, and every way out when something fails. */
class RereadingIT extends PortalIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";
  private static final byte[] FILE =
      """
      Subventions aux associations;;;;
      Qui donne;Qui reçoit;Pour quoi;Quand;Combien
      Nom attribuant;Nom bénéficiaire;Objet;Date de convention;Montant
      Ville d'Orléans;Les Amis de l'Orgue ;Restauration;12/03/2022;1 200,50
      Ville d'Orléans;Étoile sportive;Fonctionnement;1er avril 2022;3 150,00
      Ville d'Orléans;Comité des fêtes;Fête de la Loire;15/06/2022;800,25 €
      Ville d'Orléans;Ciné-club;Fonctionnement;20/06/2022;à préciser
      TOTAL;;;;5 150,75
      """
          .getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> EDIT =
      Map.of(
          "column", "Combien Montant",
          "letters", "E",
          "address", "E7",
          "before", "à préciser",
          "value", "450");

  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;
  @Autowired private DepositRows rows;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void people() {
    UUID orleans =
        organizations.search("Orléans", 20).stream()
            .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE)
            .findFirst()
            .orElseThrow()
            .id();
    if (accounts.findByEmail("agent@orleans.example").isEmpty()) {
      accounts.open("agent@orleans.example", "Camille Roy", Role.AGENT, orleans, SECRET);
    }
  }

  @Test
  void rowsOfTitlesArePickedAloneTogetherOrNotAtAll() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    assertThat(page(agent, deposit + "/lecture"))
        .contains("name=\"header\" value=\"2,3\"")
        .contains("name=\"header\" value=\"0\"")
        .doesNotContain("Vous avez corrigé ma lecture");

    HttpResponse<String> answer = reread(agent, deposit, Map.of("header", "2,3", "back", "titres"));
    assertThat(TestVisitor.location(answer)).endsWith("/lecture#titres");
    assertThat(page(agent, deposit + "/lecture"))
        .contains("Je prends les titres aux lignes 2–3, réunies.")
        .contains("Qui reçoit Nom bénéficiaire");

    reread(agent, deposit, Map.of("header", "0"));
    assertThat(page(agent, deposit + "/lecture")).contains("Je ne prends aucune ligne");
    reread(agent, deposit, Map.of("forget", "all"));
    assertThat(page(agent, deposit + "/lecture")).doesNotContain("Vous avez corrigé ma lecture");
  }

  @Test
  void nothingButRowsAndNamesIsTaken() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    page(agent, deposit + "/lecture");
    for (Map<String, String> odd :
        List.of(
            Map.of("header", "1,2,3,4"),
            Map.of("header", "-1"),
            Map.of("table", "x"),
            Map.of("shape", "ROUND"),
            Map.of("forget", "everything"))) {
      assertThat(reread(agent, deposit, odd).statusCode()).as("" + odd).isEqualTo(400);
    }
    HttpResponse<String> elsewhere =
        reread(agent, deposit, Map.of("header", "2", "back", "//site.example"));
    assertThat(TestVisitor.location(elsewhere)).endsWith("/lecture");
  }

  @Test
  void aCellEditedByHandStaysWhereItStillHoldsWhatItHeld() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    agent.post(deposit + "/corrections/cellules", EDIT);

    reread(agent, deposit, Map.of("header", "2"));
    assertThat(page(agent, deposit + "/lecture")).doesNotContain("ne va pas avec cette lecture");
    assertThat(accepted(deposit)).extracting(Proposal::id).containsExactly("edit-cell:E7");
    assertThat(accepted(deposit)).extracting(Proposal::column).containsExactly("Combien");

    reread(agent, deposit, Map.of("delimiter", ","));
    assertThat(page(agent, deposit + "/lecture"))
        .contains("Une correction que vous aviez acceptée ne va pas avec cette lecture")
        .contains("Remplacer la cellule E7 par");
    assertThat(accepted(deposit)).isEmpty();

    reread(agent, deposit, Map.of("forget", "delimiter"));
    page(agent, deposit + "/lecture");
    assertThat(accepted(deposit)).extracting(Proposal::id).containsExactly("edit-cell:E7");
    agent.post(deposit + "/lecture", Map.of());
    assertThat(page(agent, deposit + "/corrections"))
        .contains("La cellule E7 contient maintenant")
        .doesNotContain("Remplacer la cellule E7");
  }

  @Test
  void aReadingThatCannotBeIsTakenBack() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    page(agent, deposit + "/lecture");
    reread(agent, deposit, Map.of("encoding", "no-such-alphabet"));
    assertThat(page(agent, deposit + "/lecture"))
        .contains("Je n'ai pas pu lire ce fichier")
        .contains("Revenir à ma première lecture");

    reread(agent, deposit, Map.of("forget", "all"));
    assertThat(page(agent, deposit + "/lecture")).contains("Les Amis de l'Orgue");
  }

  @Test
  void theCorrectionThatFailsIsNamedAndCanBeUndone() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    agent.post(deposit + "/corrections/cellules", EDIT);
    agent.post(deposit + "/corrections", Map.of());
    page(agent, deposit + "/description");
    fail(deposit, "edit-cell:E7");

    assertThat(page(agent, deposit + "/description"))
        .contains("Remplacer la cellule E7 par")
        .contains("name=\"mend\" value=\"edit-cell:E7\"")
        .contains("Revenir aux corrections");
    assertThat(page(agent, deposit + "/corrections"))
        .contains("Je n'ai pas pu appliquer les corrections");
    agent.post(deposit + "/corrections/annuler", Map.of("mend", "edit-cell:E7"));
    assertThat(page(agent, deposit + "/corrections"))
        .doesNotContain("Je n'ai pas pu appliquer les corrections");
    agent.post(deposit + "/corrections", Map.of());
    assertThat(page(agent, deposit + "/description")).contains("name=\"title\"");
  }

  @Test
  void aFailureOfNoKnownCauseLeadsBackToTheCorrectionsToo() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    agent.post(deposit + "/corrections", Map.of());
    page(agent, deposit + "/description");
    fail(deposit, null);

    assertThat(page(agent, deposit + "/description"))
        .contains("Essayer encore")
        .contains("Revenir aux corrections");
    assertThat(agent.get(deposit + "/lecture").body()).contains("Voici ce que j'ai lu");
  }

  @Test
  void whatWasCorrectedIsToldInTheLanguageOfThePage() throws InterruptedException {
    TestVisitor agent = agent();
    String deposit = send(agent);
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    agent.post(deposit + "/corrections/cellules", EDIT);
    agent.post(deposit + "/corrections", Map.of());
    page(agent, deposit + "/description");
    page(agent, deposit + "/description?modifier=1");
    agent.post(deposit + "/description", told("Subventions", "Des aides."));
    page(agent, deposit + "/verification");
    agent.post(deposit + "/verification", Map.of());

    assertThat(agent.get(deposit + "/bac-a-sable").body())
        .contains("1 cellule corrigée à la main (E7).");
    assertThat(agent.get(deposit + "/bac-a-sable?lang=en").body())
        .contains("(E7)")
        .doesNotContain("corrigée à la main");
    assertThat(agent.get(deposit + "/lecture?lang=en").body())
        .contains("The row “TOTAL” (row 8) announces")
        .doesNotContain("La ligne");
  }

  @Test
  void whatAnOlderJalonRefusedIsReadAgainAndWhatWasAgreedToIsNot() throws Exception {
    TestVisitor agent = agent();
    String refused = send(agent);
    page(agent, refused + "/lecture");
    refuse(refused);
    String agreed = send(agent);
    page(agent, agreed + "/lecture");
    agent.post(agreed + "/lecture", Map.of());
    page(agent, agreed + "/corrections");
    refuse(agreed);

    jdbc.sql(resource("/db/migration/deposit/V4__read_again.sql")).update();
    assertThat(page(agent, refused + "/lecture")).contains("Les Amis de l'Orgue");
    assertThat(rows.find(id(agreed)).orElseThrow().refused()).isTrue();
  }

  private void refuse(String deposit) {
    Inspection read = Objects.requireNonNull(rows.find(id(deposit)).orElseThrow().inspection());
    Refusal refusal = new Refusal("workbook-binary", Map.of());
    Inspection refused =
        new Inspection(
            Inspection.VERSION,
            read.name(),
            read.size(),
            read.sha256(),
            refusal,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    int number = rows.startJob(id(deposit), Job.INSPECT);
    assertThat(rows.inspected(id(deposit), number, refused, null, List.of(), List.of())).isTrue();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(RereadingIT.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void fail(String deposit, @Nullable String step) {
    UUID id = id(deposit);
    rows.failed(id, rows.startJob(id, Job.REPAIR), step);
  }

  private List<Proposal> accepted(String deposit) {
    return rows.find(id(deposit)).orElseThrow().accepted();
  }

  private static UUID id(String deposit) {
    return UUID.fromString(deposit.substring(deposit.lastIndexOf('/') + 1));
  }

  private TestVisitor agent() {
    return visitor().signIn("agent@orleans.example", SECRET);
  }

  private static HttpResponse<String> reread(
      TestVisitor agent, String deposit, Map<String, String> form) {
    return agent.post(deposit + "/lecture/relire", form);
  }

  private static String send(TestVisitor visitor) {
    visitor.get("/depots/nouveau");
    HttpResponse<String> answer = visitor.upload("/depots", Map.of(), "fichier", "a.csv", FILE);
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
