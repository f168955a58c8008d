package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.Withdrawals;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of agents, their births, telephones and illnesses, from its drop to what all see. */
@ExtendWith(OutputCaptureExtension.class)
class ProtectionIT extends PortalIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";

  /** Values that are nowhere else: whatever holds one of them shows somebody. */
  private static final List<String> MARKERS =
      List.of(
          "Quillevazo",
          "Brethenou",
          "Maëlonne",
          "Thibauldine",
          "0688776651",
          "06 88 77 66 52",
          "1840345123456",
          "2791245987654",
          "17/04/1973",
          "1973-04-17",
          "22/09/1981");

  private static final byte[] FILE = file();
  private static final Pattern FORM =
      Pattern.compile(
          "<form method=\"post\" action=\"([^\"]+)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern BUTTON =
      Pattern.compile("<button[^>]*name=\"choice\" value=\"([^\"]+)\"");

  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;
  @Autowired private Storage storage;
  @Autowired private Withdrawals withdrawals;

  private static byte[] file() {
    StringBuilder csv =
        new StringBuilder("Nom;Prénom;Né le;Portable;NIR;Service;Jours d'arrêt maladie\n");
    String[] surnames = {
      "Quillevazo", "Brethenou", "Dargelin", "Ponchaval", "Vauquerot", "Lissandre"
    };
    String[] names = {"Maëlonne", "Thibauldine", "Jeanne", "Gérald", "Nadia", "Hervé"};
    String[] births = {
      "17/04/1973", "22/09/1981", "03/01/1990", "30/11/1968", "12/06/1985", "08/08/1979"
    };
    String[] services = {"Voirie", "Écoles", "Voirie", "État civil", "Écoles", "Voirie"};
    for (int i = 0; i < 6; i++) {
      csv.append(surnames[i])
          .append(';')
          .append(names[i])
          .append(';')
          .append(births[i])
          .append(';')
          .append(i == 1 ? "06 88 77 66 52" : "068877665" + (i + 1))
          .append(';')
          .append(i == 0 ? "1840345123456" : i == 1 ? "2791245987654" : "18503451234" + (60 + i))
          .append(';')
          .append(services[i])
          .append(';')
          .append(i * 3)
          .append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  @BeforeEach
  void people() {
    person("agent@orleans.example", Role.AGENT, "Orléans");
    person("referent@orleans.example", Role.FOCAL_POINT, "Orléans");
    person("animation@exemple.example", Role.FACILITATOR, null);
  }

  @Test
  void nothingIsPublishedOfPeopleWithoutADecisionOnEach(CapturedOutput log)
      throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = send(agent, FILE);
    showsNobody(page(agent, deposit + "/lecture"));
    agent.post(deposit + "/lecture", Map.of());
    String asked = page(agent, deposit + "/protection");
    assertThat(asked).contains("parlent de personnes").contains("L. 312-1-2");
    showsNobody(asked);
    for (String later : List.of("corrections", "description", "verification", "bac-a-sable")) {
      assertThat(TestVisitor.location(agent.get(deposit + "/" + later)))
          .as(later)
          .doesNotEndWith(later);
    }
    assertThat(agent.post(deposit + "/protection", Map.of()).statusCode()).isEqualTo(409);
    assertThat(agent.post(deposit + "/corrections", Map.of()).statusCode()).isEqualTo(409);
    keepsNobody();

    String kept = decideAllButOne(agent, deposit);
    String left = page(agent, deposit + "/protection");
    HttpResponse<String> unreasoned =
        agent.post(deposit + "/protection/garder", with(kept(left), "reason", ""));
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("Choisissez la raison");
    HttpResponse<String> unnamed =
        agent.post(deposit + "/protection/garder", with(kept(left), "reason", "LAW"));
    assertThat(unnamed.statusCode()).isEqualTo(422);
    agent.post(
        deposit + "/protection/garder",
        with(with(kept(left), "reason", "LAW"), "reference", "Article 12 du décret 2099-1"));
    assertThat(page(agent, deposit + "/protection")).contains("Une seconde personne doit donner");
    agent.post(deposit + "/protection", Map.of());
    showsNobody(page(agent, deposit + "/corrections"));
    assertThat(TestVisitor.location(agent.get(deposit)))
        .as(page(agent, deposit + "/protection"))
        .doesNotEndWith("/protection");
    agent.post(deposit + "/corrections", Map.of());
    page(agent, deposit + "/description?modifier=1");
    HttpResponse<String> described =
        agent.post(
            deposit + "/description",
            Map.of(
                "title", "Absences",
                "summary", "Des absences par service.",
                "theme", "GOVERNMENT",
                "frequency", "ANNUAL",
                "license", "LICENCE_OUVERTE",
                "contact", "donnees@mairie.example"));
    assertThat(TestVisitor.location(described)).as(described.body()).endsWith("/verification");
    String check = page(agent, deposit + "/verification");
    assertThat(check).contains("attend l'accord").contains("décret 2099-1");
    showsNobody(check);
    agent.post(deposit + "/verification", Map.of());
    String sandbox = page(agent, deposit + "/bac-a-sable");
    showsNobody(sandbox);
    agent.post(deposit + "/bac-a-sable", Map.of());

    TestVisitor referent = visitor().signIn("referent@orleans.example", SECRET);
    assertThat(referent.get("/depots").body()).contains("attend votre visa");
    String visas = page(referent, deposit + "/publication");
    showsNobody(visas);
    HttpResponse<String> early = referent.post(deposit + "/publication/visa", Map.of());
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("seconde personne doit encore donner son accord");
    for (Map<String, String> form : forms(visas, deposit + "/protection/confirmer")) {
      referent.post(deposit + "/protection/confirmer", form);
    }
    page(referent, deposit + "/publication");
    referent.post(deposit + "/publication/visa", Map.of());
    TestVisitor facilitator = visitor().signIn("animation@exemple.example", SECRET);
    page(facilitator, deposit + "/publication");
    facilitator.post(deposit + "/publication/visa", Map.of());
    assertThat(page(facilitator, deposit + "/publication"))
        .contains("Vos données sont visibles de tous");

    keepsNobody();
    String slug = jdbc.sql("select slug from catalog.dataset").query(String.class).single();
    for (String path :
        List.of(
            "/jeux-de-donnees/" + slug,
            "/jeux-de-donnees/" + slug + "/fichiers/" + slug + ".csv",
            "/api/datasets/" + slug,
            "/api/datasets/" + slug + "/rows",
            "/api/datasets/" + slug + "/rows.csv")) {
      HttpResponse<String> answer = visitor().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).doesNotContain("décret 2099-1");
      showsNobody(answer.body());
    }
    assertThat(visitor().get("/api/datasets/" + slug + "/rows.csv").body()).contains("Voirie");

    String original = original(deposit);
    assertThat(storage.has(original)).isTrue();
    UUID dataset = jdbc.sql("select id from catalog.dataset").query(UUID.class).single();
    Person steward = accounts.findByEmail("referent@orleans.example").orElseThrow();
    withdrawals.withdraw(dataset, steward, "des absences par service", false);
    withdrawals.erase(dataset, 1, steward, "trop peu d'agents par service");
    assertThat(storage.has(original)).as("the file received goes with what came of it").isFalse();
    assertThat(page(agent, deposit + "/publication")).contains("Ce dépôt a été effacé");
    assertThat(page(agent, deposit + "/lecture")).contains("Ce dépôt a été effacé");
    assertThat(agent.get("/depots").statusCode()).isEqualTo(200);
    showsNobody(log.getAll());
  }

  @Test
  void aDepositThatNobodyPublishedIsDeletedWithItsFile() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String deposit = send(agent, "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
    page(agent, deposit + "/lecture");
    String original = original(deposit);
    assertThat(page(agent, deposit + "/supprimer")).contains("n'est pas touché");
    HttpResponse<String> gone = agent.post(deposit + "/supprimer", Map.of());
    assertThat(TestVisitor.location(gone)).endsWith("/depots");
    assertThat(agent.get(deposit).statusCode()).isEqualTo(404);
    assertThat(storage.has(original)).isFalse();
  }

  @Test
  void aDecisionCanBeTakenBackAndIsToldWhenItChanged() throws InterruptedException {
    TestVisitor agent = visitor().signIn("agent@orleans.example", SECRET);
    String other = new String(FILE, StandardCharsets.UTF_8).replace("Voirie", "Espaces verts");
    String deposit = send(agent, other.getBytes(StandardCharsets.UTF_8));
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    String asked = page(agent, deposit + "/protection");
    List<Map<String, String>> choices = choices(asked, deposit);
    agent.post(deposit + "/protection/choisir", choices.get(0));

    HttpResponse<String> stale = agent.post(deposit + "/protection/choisir", choices.get(0));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("Une décision a changé");

    String decided = page(agent, deposit + "/protection");
    agent.post(
        deposit + "/protection/revenir", forms(decided, deposit + "/protection/revenir").get(0));
    assertThat(choices(page(agent, deposit + "/protection"), deposit)).hasSameSizeAs(choices);
  }

  private String original(String deposit) {
    return jdbc.sql("select file_sha256 from deposit.deposit where id = :id")
        .param("id", UUID.fromString(deposit.substring(deposit.lastIndexOf('/') + 1)))
        .query(String.class)
        .single();
  }

  /** Removes or masks everything but the days of absence by service; gives what is left. */
  private String decideAllButOne(TestVisitor agent, String deposit) throws InterruptedException {
    for (int turn = 0; turn < 12; turn++) {
      String asked = page(agent, deposit + "/protection");
      Map<String, String> choice =
          choices(asked, deposit).stream()
              .filter(one -> !one.getOrDefault("subject", "").contains("maladie"))
              .findFirst()
              .orElse(null);
      if (choice == null) {
        return asked;
      }
      agent.post(deposit + "/protection/choisir", choice);
    }
    throw new AssertionError("decisions never end");
  }

  private static Map<String, String> kept(String page) {
    return forms(page, null).stream()
        .filter(form -> form.getOrDefault("action", "").endsWith("/protection/garder"))
        .findFirst()
        .orElseThrow();
  }

  /** The first way offered for each thing seen. */
  private static List<Map<String, String>> choices(String page, String deposit) {
    return forms(page, deposit + "/protection/choisir").stream()
        .filter(form -> form.containsKey("choice"))
        .toList();
  }

  private static List<Map<String, String>> forms(String page, @Nullable String action) {
    List<Map<String, String>> forms = new ArrayList<>();
    Matcher form = FORM.matcher(page);
    while (form.find()) {
      if (action == null || form.group(1).equals(action)) {
        Map<String, String> fields = new java.util.HashMap<>();
        Matcher field = FIELD.matcher(form.group(2));
        int subjects = 0;
        while (field.find()) {
          subjects += field.group(1).equals("subject") ? 1 : 0;
          if (!field.group(1).equals("_csrf")) {
            fields.put(field.group(1), field.group(2).replace("&#39;", "'"));
          }
        }
        Matcher button = BUTTON.matcher(form.group(2));
        if (button.find()) {
          fields.put("choice", button.group(1).replace("&#39;", "'"));
        }
        if (subjects <= 1) {
          fields.put("action", form.group(1));
          forms.add(fields);
        }
      }
    }
    return forms;
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    Map<String, String> all = new java.util.HashMap<>(form);
    all.put(name, value);
    return all;
  }

  private static void showsNobody(String text) {
    for (String marker : MARKERS) {
      assertThat(text).doesNotContain(marker);
    }
  }

  /** Everything that the database keeps as text, but the passwords and the queue. */
  private void keepsNobody() {
    List<Map<String, Object>> columns =
        jdbc.sql(
                """
                select table_schema as place, table_name as name, column_name as col
                from information_schema.columns
                where table_schema in ('deposit', 'catalog', 'account')
                  and data_type in ('text', 'ARRAY', 'character varying')
                """)
            .query()
            .listOfRows();
    for (Map<String, Object> column : columns) {
      String table = column.get("place") + ".\"" + column.get("name") + "\"";
      for (String marker : MARKERS) {
        Integer found =
            jdbc.sql(
                    "select count(*) from "
                        + table
                        + " where \""
                        + column.get("col")
                        + "\"::text like :marker")
                .param("marker", "%" + marker + "%")
                .query(Integer.class)
                .single();
        assertThat(found).as(marker + " in " + table + " " + column.get("col")).isZero();
      }
    }
  }

  private static String send(TestVisitor visitor, byte[] content) {
    visitor.get("/depots/nouveau");
    HttpResponse<String> answer =
        visitor.upload("/depots", Map.of(), "fichier", "absences.csv", content);
    assertThat(answer.statusCode()).isEqualTo(302);
    return TestVisitor.location(answer).replaceFirst("^https?://[^/]+", "");
  }

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

  private void person(String email, Role role, @Nullable String commune) {
    UUID organization =
        commune == null
            ? null
            : organizations.search(commune, 20).stream()
                .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE)
                .filter(one -> one.name().equals(commune))
                .findFirst()
                .orElseThrow()
                .id();
    if (accounts.findByEmail(email).isEmpty()) {
      accounts.open(email, "Camille " + role.name(), role, organization, SECRET);
    }
  }
}
