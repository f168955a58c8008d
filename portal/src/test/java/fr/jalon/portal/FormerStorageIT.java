package fr.jalon.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.database.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.util.HtmlUtils;

/**
 * The portal on what Jalon 0.1 left: a database and files made by that version, restored as they
 * were. Whatever changes since, what people had under way goes on, and what is published stays.
 *
 * <p>Tables are compared exactly, with those that version wrote; sentences are not, for they may be
 * better said. A test leaves what the others need; the deposits of {@code README.md}, beside the
 * data, are known by the names of their files.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormerStorageIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";
  private static final Path FORMER = former();
  private static final Pattern ACCEPT =
      Pattern.compile("<form[^>]*/corrections/accepter\".*?</form>", Pattern.DOTALL);
  private static final Pattern UNDO =
      Pattern.compile("<form[^>]*/corrections/annuler\".*?</form>", Pattern.DOTALL);
  private static final Pattern AT_ONCE =
      Pattern.compile("<form[^>]*class=\"at-once\".*?</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("name=\"(mend|certain|seen)\" value=\"([^\"]+)\"");
  private static final Pattern HISTORY =
      Pattern.compile("<ul class=\"history\">(.*?)</ul>", Pattern.DOTALL);
  private static final Pattern AGREED = Pattern.compile("name=\"agreed\" value=\"([^\"]+)\"");
  private static final Pattern SANDBOX =
      Pattern.compile("href=\"(?:https?://[^/\"]+)?(/bac-a-sable/[^\"/#?]+)\"");

  /** What a page would show of a message it does not find. */
  private static final Pattern BARE_KEY =
      Pattern.compile("\\b(?:repair|mend|finding|rule|deposit)\\.[a-z]+(?:-[a-z]+)*\\b");

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private TestVisitor agent = new TestVisitor("");
  private TestVisitor facilitator = agent;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException, SQLException {
    Path data = Files.createTempDirectory("jalon-test-former-");
    FileSystemUtils.copyRecursively(FORMER.resolve("files"), data.resolve("files"));
    String url = TestDatabase.create();
    try (Connection connection =
            DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password());
        var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(Files.readString(FORMER.resolve("database.sql")));
    }
    registry.add("jalon.data", data::toString);
    registry.add("jalon.database.url", () -> url);
    registry.add("jalon.database.user", TestDatabase::user);
    registry.add("jalon.database.password", TestDatabase::password);
  }

  @BeforeAll
  void signIn() {
    agent = visitor().signIn("agent@olivet.example", SECRET);
    facilitator = visitor().signIn("animation@recia.example", SECRET);
  }

  @Test
  void everyDepositOpensAtTheStepItHadReached() throws InterruptedException {
    List<String> names =
        jdbc.sql("select file_name from deposit.deposit order by created_at")
            .query(String.class)
            .list();
    assertThat(names).hasSizeGreaterThanOrEqualTo(15);
    String list = opened(facilitator, "/depots");
    for (String name : names) {
      assertThat(list).contains(name);
      String deposit = deposit(name);
      String landing = TestVisitor.location(facilitator.get(deposit));
      assertThat(landing).as(name).contains(deposit);
      opened(facilitator, landing);
      opened(facilitator, landing + "?lang=en");
      facilitator.get("/depots?lang=fr");
      for (String step : List.of("lecture", "corrections", "description", "bac-a-sable")) {
        HttpResponse<String> answer = facilitator.get(deposit + "/" + step);
        assertThat(answer.statusCode()).as(name + " " + step).isIn(200, 302, 303);
      }
    }
    assertThat(opened(facilitator, deposit("photo.csv") + "/lecture"))
        .contains("Je n'ai pas pu lire ce fichier");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subventions-2023.csv",
        "equipements.csv",
        "releves.csv",
        "zonages.csv",
        "essences.csv"
      })
  void whatWasAcceptedIsToldInWords(String name) throws InterruptedException {
    String deposit = deposit(name);
    for (String language : List.of("en", "fr")) {
      String page = page(agent, deposit + "/corrections?lang=" + language);
      assertThat(all(UNDO, page)).as(name).hasSize(countAccepted(name)).isNotEmpty();
      Matcher history = HISTORY.matcher(page);
      assertThat(history.find()).isTrue();
      for (String item : history.group(1).split("</li>", -1)) {
        assertThat(BARE_KEY.matcher(text(item)).find()).as(item).isFalse();
        assertThat(item.isBlank() || text(item).length() > 20).as(item).isTrue();
      }
    }
  }

  @Test
  void aCellEditedByHandIsToldWithWhatItHolds() throws InterruptedException {
    assertThat(text(page(agent, deposit("equipements.csv") + "/corrections")))
        .contains("A6", "Piscine « des Bords » → bassin", "\"d'été\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "equipements.csv",
        "subventions-2023.csv",
        "marches-2023.csv",
        "voirie.csv",
        "associations.csv",
        "piscines.csv",
        "essences.csv"
      })
  void aDepositUnderWayGivesTheTableItWouldHaveGiven(String name) throws InterruptedException {
    String deposit = deposit(name);
    goOn(name, deposit);
    describe(deposit);
    assertThat(sandboxTable(deposit)).isIn(expected(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"releves.csv", "zonages.csv"})
  void aCorrectionUndoneAndAcceptedAgainGivesTheSameTable(String name) throws InterruptedException {
    String deposit = deposit(name);
    if (name.equals("releves.csv")) {
      describe(deposit);
    }
    assertThat(sandboxTable(deposit)).as("as it was kept").isIn(expected(name));

    String before = page(agent, deposit + "/corrections");
    List<String> done = all(UNDO, before);
    for (String form : done) {
      agent.post(deposit + "/corrections/annuler", fields(form));
    }
    String undone = page(agent, deposit + "/corrections");
    assertThat(all(UNDO, undone)).isEmpty();
    for (String form : all(ACCEPT, undone)) {
      agent.post(deposit + "/corrections/accepter", fields(form));
    }
    assertThat(all(UNDO, page(agent, deposit + "/corrections"))).hasSameSizeAs(done);
    apply(deposit);
    describe(deposit);
    assertThat(sandboxTable(deposit)).as("made again").isIn(expected(name));
  }

  @Test
  void theSecondVisaPublishesWhatTheFirstWasGivenFor() throws InterruptedException {
    String name = "deliberations.csv";
    String deposit = deposit(name);
    assertThat(sandboxTable(deposit)).isIn(expected(name));
    String page = page(facilitator, deposit + "/publication");
    assertThat(page).contains("Dominique Référent");
    Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page);
    assertThat(version.find()).isTrue();
    facilitator.post(deposit + "/publication/visa", Map.of("version", version.group(1)));

    String slug = slug(name);
    assertThat(visitor().get("/jeux-de-donnees/" + slug).statusCode()).isEqualTo(200);
    assertThat(file(slug, ".csv")).isIn(expected(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"subventions-2022.csv", "arbres-2022.csv", "marches-2022.csv"})
  void whatIsPublishedStays(String name) throws InterruptedException {
    String slug = slug(name);
    String page = opened(visitor(), "/jeux-de-donnees/" + slug);
    assertThat(corrections(name, "corrections")).isNotEmpty();
    assertThat(text(page)).contains(corrections(name, "corrections"));
    assertThat(text(opened(visitor(), "/jeux-de-donnees/" + slug + "?lang=en")))
        .contains(corrections(name, "corrections_english"));

    String table = expected(name).get(0);
    assertThat(file(slug, ".csv")).isEqualTo(table);
    assertThat(opened(visitor(), "/api/datasets/" + slug + "/rows.csv")).isEqualTo(table);
    HttpResponse<String> rows = visitor().getJson("/api/datasets/" + slug + "/rows");
    assertThat(rows.statusCode()).isEqualTo(200);
    assertThat(rows.body()).contains("\"" + table.split("[,\n]", 2)[0] + "\"");
    assertThat(visitor().getJson("/api/datasets/" + slug).statusCode()).isEqualTo(200);
    for (String format : List.of("xlsx", "parquet")) {
      String path = "/jeux-de-donnees/" + slug + "/fichiers/" + slug + "." + format;
      assertThat(visitor().get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void everyVersionPublishedCanStillBeHad() {
    String slug = slug("marches-2022.csv");
    assertThat(file(slug, "-v1.csv")).isIn(expected("marches-2021.csv"));
    assertThat(file(slug, "-v2.csv")).isIn(expected("marches-2022.csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"subventions-2022.csv 2023", "marches-2022.csv 2023"})
  void theNextFileIsCorrectedAsTheOneBefore(String publishedAndYear) throws Exception {
    String published = publishedAndYear.split(" ", 2)[0];
    String next = published.replace("2022", publishedAndYear.split(" ", 2)[1]);
    String deposit = send("encore-" + next, Files.readAllBytes(stored(next)), datasetOf(published));
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    String page = page(agent, deposit + "/corrections");
    assertThat(all(UNDO, page)).as("replayed").isNotEmpty();
    assertThat(text(page)).as("replayed whole").doesNotContain("Pas appliquée");
    apply(deposit);
    describe(deposit);
    assertThat(sandboxTable(deposit)).isIn(expected(next));
  }

  /** Brings a deposit from the step at which it was left to its description. */
  private void goOn(String name, String deposit) throws InterruptedException {
    switch (name) {
      case "marches-2023.csv" -> {
        page(agent, deposit + "/lecture");
        agent.post(deposit + "/lecture", Map.of());
        for (String form : all(AT_ONCE, page(agent, deposit + "/corrections"))) {
          agent.post(deposit + "/corrections/accepter", fields(form));
        }
        apply(deposit);
      }
      case "voirie.csv" -> {
        assertThat(text(page(agent, deposit + "/lecture"))).contains("D3");
        agent.post(deposit + "/lecture/relire", Map.of("forget", "delimiter"));
        page(agent, deposit + "/lecture");
        agent.post(deposit + "/lecture", Map.of());
        apply(deposit);
      }
      case "associations.csv" -> {
        String stopped = page(agent, deposit + "/description");
        assertThat(all(UNDO, stopped)).as("the correction at fault").hasSize(1);
        assertThat(stopped).contains("/reessayer\"");
        agent.post(deposit + "/reessayer", Map.of());
      }
      case "piscines.csv" -> page(agent, deposit + "/description");
      default -> {
        page(agent, deposit + "/corrections");
        apply(deposit);
      }
    }
  }

  private void apply(String deposit) throws InterruptedException {
    agent.post(deposit + "/corrections", Map.of());
    page(agent, deposit + "/description");
  }

  private void describe(String deposit) throws InterruptedException {
    assertThat(page(agent, deposit + "/description?modifier=1")).contains("name=\"title\"");
    agent.post(
        deposit + "/description", told("Table " + deposit.substring(8), "Données inventées."));
    String check = page(agent, deposit + "/verification");
    assertThat(check).contains("Données inventées.");
    Matcher agreed = AGREED.matcher(check);
    HttpResponse<String> answer =
        agent.post(
            deposit + "/verification",
            agreed.find() ? Map.of("agreed", agreed.group(1)) : Map.of());
    assertThat(TestVisitor.location(answer)).endsWith("/bac-a-sable");
  }

  private String sandboxTable(String deposit) throws InterruptedException {
    Matcher link = SANDBOX.matcher(page(agent, deposit + "/bac-a-sable"));
    assertThat(link.find()).as("a link to the rehearsal of " + deposit).isTrue();
    String path = link.group(1);
    String slug = path.substring(path.lastIndexOf('/') + 1);
    return opened(agent, path + "/fichiers/" + slug + "-bac-a-sable.csv");
  }

  private String file(String slug, String end) {
    HttpResponse<String> answer =
        visitor().get("/jeux-de-donnees/" + slug + "/fichiers/" + slug + end);
    assertThat(answer.statusCode()).as(slug + end).isEqualTo(200);
    return answer.body();
  }

  private String send(String name, byte[] content, String dataset) {
    agent.get("/depots/nouveau?jeu=" + dataset);
    HttpResponse<String> answer =
        agent.upload("/depots", Map.of("jeu", dataset), "fichier", name, content);
    assertThat(answer.statusCode()).isEqualTo(302);
    return TestVisitor.location(answer).replaceFirst("^https?://[^/]+", "");
  }

  /**
   * The table the former version made; where it did not do what it had announced, the one announced
   * is as good.
   */
  private static List<String> expected(String name) {
    List<String> tables = new ArrayList<>();
    for (String folder : List.of("repaired", "announced")) {
      Path file = FORMER.resolve(folder).resolve(name);
      if (Files.exists(file)) {
        tables.add(read(file));
      }
    }
    return tables;
  }

  private Path stored(String name) {
    String sha256 = one("select file_sha256 from deposit.deposit where file_name = ?", name);
    return FORMER.resolve("files").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  private String deposit(String name) {
    return "/depots/" + one("select id::text from deposit.deposit where file_name = ?", name);
  }

  private String datasetOf(String name) {
    return one("select dataset_id::text from deposit.deposit where file_name = ?", name);
  }

  private String slug(String name) {
    return one(
        """
        select d.slug from catalog.dataset d
        join deposit.deposit on dataset_id = d.id where file_name = ?
        """,
        name);
  }

  private List<String> corrections(String name, String column) {
    return jdbc.sql(
            "select unnest("
                + column
                + ") from catalog.version v join deposit.deposit d on d.version_id = v.id"
                + " where file_name = ?")
        .param(name)
        .query(String.class)
        .list();
  }

  private int countAccepted(String name) {
    return Integer.parseInt(
        one(
            "select json_array_length(accepted::json)::text from deposit.deposit where file_name = ?",
            name));
  }

  private String one(String sql, String name) {
    return jdbc.sql(sql).param(name).query(String.class).single();
  }

  private TestVisitor visitor() {
    return new TestVisitor("http://localhost:" + port);
  }

  private static String opened(TestVisitor visitor, String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** The page once no work goes on; until then, it asks to be asked again. */
  private static String page(TestVisitor visitor, String path) throws InterruptedException {
    String body = "";
    for (int i = 0; i < 600; i++) {
      body = visitor.get(path).body();
      if (!body.contains("http-equiv=\"refresh\"")) {
        return body;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The work on " + path + " does not end: " + body);
  }

  private static List<String> all(Pattern form, String page) {
    return form.matcher(page).results().map(found -> found.group()).toList();
  }

  /** What a form would send, but the token against forgery. */
  private static List<Map.Entry<String, String>> fields(String form) {
    return FIELD
        .matcher(form)
        .results()
        .map(found -> Map.entry(found.group(1), HtmlUtils.htmlUnescape(found.group(2))))
        .toList();
  }

  private static String text(String html) {
    return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]+>", " ")).replaceAll("\\s+", " ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Path former() {
    try {
      return Path.of(
          Objects.requireNonNull(
                  FormerStorageIT.class.getResource("/fr/jalon/portal/former/stored-by-0.1"))
              .toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
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
