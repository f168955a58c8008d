package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.catalog.SampleDatasets.Sample;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every route there is, those of rooms to come too, and looks for what nobody may see any
 * more: a route that does not take its dataset from {@link Access} is caught here.
 */
class TombstoneIT extends CatalogIT {
  /** In the title, the summary, the keywords and the values: nowhere in an address. */
  private static final String SECRET = "Zébrures Marquées";

  private static final String REHEARSED = "Répétition Cachée";
  private static final String REASON = "Les adresses sont trop précises & inutiles.";
  private static final Pattern VARIABLE = Pattern.compile("\\{[*]?([A-Za-z]+)(?::[^}]*)?}");
  private static final Pattern MAX_AGE = Pattern.compile("max-age=([0-9]+)");
  private static final int FIVE_MINUTES = 300;
  private static final String CORNERS = "ouest=-180&sud=-90&est=180&nord=90&zoom=3";

  private static final List<String> QUESTIONS =
      List.of(
          "",
          CORNERS,
          "vue=carte",
          "vue=graphique",
          "page=2",
          "ligne=1&lang=en",
          "q=zebrures",
          "filtres=oui&adresse__contains=zebrures",
          "adresse__contains=zebrures");

  /** What may be asked of a dataset or of all of them: elsewhere such a question is not read. */
  private static final Pattern SEARCHED =
      Pattern.compile("/|/(jeux-de-donnees|collectivites|api|bac-a-sable)(/.*)?");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Autowired private JdbcClient jdbc;

  private final HttpClient client = HttpClient.newHttpClient();
  private UUID id = new UUID(0, 0);
  private String slug = "";
  private String earlierSlug = "";
  private String version = "";

  @BeforeEach
  void publishTwoVersionsUnderTwoNames() {
    jdbc.sql("truncate catalog.dataset, catalog.version cascade").update();
    Dataset first = samples().putInSandbox(secret(60), null);
    earlierSlug = first.slug();
    samples().putInSandbox(secret(60).titled(SECRET + " des rues"), first.id());
    publishSandbox(first.id());
    samples().putInSandbox(secret(61).titled(SECRET + " des rues"), first.id());
    publishSandbox(first.id());
    id = first.id();
    slug = datasets.get(id).slug();
    assertThat(earlierSlug).isNotEqualTo(slug);
  }

  @Test
  void nothingButTheTombstoneIsFoundAnywhere() {
    Map<String, HttpResponse<String>> before = walk();
    List<String> telling =
        before.entrySet().stream()
            .filter(one -> said(one.getValue()).contains(SECRET))
            .map(Map.Entry::getKey)
            .toList();
    String page = "/jeux-de-donnees/" + slug;
    String api = "/api/datasets/" + slug;
    assertThat(telling)
        .as("the walk sees what there is to see")
        .contains(
            "/",
            "/jeux-de-donnees",
            "/jeux-de-donnees?q=zebrures",
            "/collectivites/chateauroux",
            "/api",
            "/api/datasets",
            page,
            page + "?vue=carte",
            page + "/fichiers/" + slug + "-v1.csv",
            page + "/fichiers/" + slug + ".csv",
            page + "/lignes/1",
            api,
            api + "/rows",
            api + "/rows.csv",
            api + "/rows.csv?adresse__contains=zebrures",
            api + "/openapi.json");
    before.forEach(
        (path, answer) -> {
          if (answer.statusCode() == 200) {
            assertRevalidated(path, answer);
          }
        });
    List<String> ofDataset =
        before.entrySet().stream()
            .filter(one -> Set.of(200, 301).contains(one.getValue().statusCode()))
            .map(Map.Entry::getKey)
            .filter(path -> path.contains("/" + slug) || path.contains("/" + earlierSlug))
            .toList();
    assertThat(ofDataset).hasSizeGreaterThan(40);

    withdraw(false);

    for (String path : ofDataset) {
      String tag = at(before, path).headers().firstValue("ETag").orElse("\"x\"");
      assertGone(path, get(path));
      HttpResponse<String> html = get(path, "Accept", "text/html");
      if (html.statusCode() != 406) { // an address that is JSON alone
        assertGone(path, html);
      }
      assertGone(path, get(path, "If-None-Match", tag));
      assertGone(path, get(path, "Range", "bytes=0-99"));
      HttpResponse<String> json = get(path, "Accept", "application/json");
      assertGone(path, json);
      JsonNode problem = JsonMapper.shared().readTree(json.body());
      assertThat(problem.at("/status").asInt()).isEqualTo(410);
      assertThat(problem.at("/code").asString()).isEqualTo("dataset-withdrawn");
      assertThat(problem.at("/reason").asString()).isEqualTo(REASON);
      assertThat(problem.at("/withdrawn_by").asString()).isEqualTo("focal_point");
    }
    walk()
        .forEach(
            (path, answer) -> {
              assertThat(said(answer)).as(path).doesNotContain(SECRET);
              if (!path.contains("/" + slug) && !path.contains("/" + earlierSlug)) {
                assertThat(answer.body()).as(path).doesNotContain(slug);
              }
            });
    assertThat(page("/")).contains("Aucun jeu de données n'est encore publié");
    assertThat(page("/api/datasets")).contains("\"total\":0");
    String tombstone = get(page, "Accept", "text/html").body();
    assertThat(tombstone)
        .contains("Ce jeu de données a été retiré", "Châteauroux", "par le référent de Châteauroux")
        .contains("Les adresses sont trop précises &amp; inutiles.", "noindex")
        .doesNotContain("Remettre en ligne", "Dominique", "application/ld+json");
    assertThat(get(page + "?lang=en").body()).contains("This dataset was withdrawn");
    TestVisitor other = agentOf("vendome");
    walkAs(other)
        .forEach((path, answer) -> assertThat(said(answer)).as(path).doesNotContain(SECRET));

    focalPointOf("chateauroux").get(page);
    putBack();
    Map<String, HttpResponse<String>> back = walk();
    telling.forEach(
        path -> {
          assertThat(at(back, path).statusCode()).as(path).isEqualTo(200);
          assertThat(at(back, path).headers().firstValue("ETag"))
              .as(path)
              .isEqualTo(at(before, path).headers().firstValue("ETag"));
          assertThat(said(at(back, path))).as(path).contains(SECRET);
        });
  }

  @Test
  void theTitleIsOnTheTombstoneWhenItWasLeft() {
    withdraw(true);

    assertThat(get("/jeux-de-donnees/" + slug).body()).contains(SECRET + " des rues");
    assertThat(get("/api/datasets/" + slug).body()).contains(SECRET + " des rues");
    assertThat(get("/api/datasets/" + slug + "/rows").statusCode()).isEqualTo(410);
  }

  @Test
  void aVersionWithdrawnAloneIsGoneAndTheOthersAreNot() {
    TestVisitor focalPoint = focalPointOf("chateauroux");
    String page = "/jeux-de-donnees/" + slug;
    focalPoint.get(page + "/gestion/versions/1/retrait");
    assertThat(
            focalPoint
                .post(page + "/gestion/versions/1/retrait", Map.of("reason", REASON))
                .statusCode())
        .isEqualTo(302);

    for (String format : List.of("csv", "xlsx", "parquet", "geojson")) {
      String first = page + "/fichiers/" + slug + "-v1." + format;
      assertThat(get(first).statusCode()).as(first).isEqualTo(410);
      assertThat(get(first).body()).contains("version-withdrawn", "Les adresses");
      assertThat(get(first.replace("-v1.", "-v2.")).statusCode()).isEqualTo(200);
    }
    String tombstone = get(page + "/fichiers/" + slug + "-v1.csv", "Accept", "text/html").body();
    assertThat(tombstone).contains("La version 1 a été retirée", "href=\"" + page + "\"");
    assertThat(page(page)).contains("retirée le", "Les adresses").doesNotContain("-v1.csv");
  }

  @Test
  void aRehearsalIsFoundNowhereByWhoeverIsNotInvited() {
    samples()
        .putInSandbox(
            SampleDatasets.trees(50).marked(REHEARSED).titled(REHEARSED + " des rues"), id);
    Dataset other =
        samples()
            .putInSandbox(
                SampleDatasets.trees(51).marked(REHEARSED).titled(REHEARSED + " seule"), null);
    for (Dataset rehearsing : List.of(datasets.get(id), other)) {
      id = rehearsing.id();
      slug = rehearsing.slug();
      assertThat(walk()).allSatisfy(TombstoneIT::hidesTheRehearsal);
      assertThat(walkAs(agentOf("vendome"))).allSatisfy(TombstoneIT::hidesTheRehearsal);
    }
    assertThat(at(walkAs(agentOf("chateauroux")), "/bac-a-sable/" + other.slug()).body())
        .as("the walk sees what its people see")
        .contains(REHEARSED);
    id = datasets.find(earlierSlug).orElseThrow().id();
    slug = datasets.get(id).slug();
    withdraw(false);
    assertThat(walk()).allSatisfy(TombstoneIT::hidesTheRehearsal);
  }

  private static void hidesTheRehearsal(String path, HttpResponse<String> answer) {
    assertThat(said(answer)).as(path).doesNotContain(REHEARSED);
  }

  /** What an answer says, whatever it marks of it. */
  private static String said(HttpResponse<String> answer) {
    return answer.body().replace("<mark>", "").replace("</mark>", "");
  }

  private static void assertGone(String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(410);
    assertThat(answer.body()).as(path).doesNotContain(SECRET, "A00001").contains("trop pr");
    assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
    assertThat(answer.headers().firstValue("ETag")).as(path).isEmpty();
    assertThat(answer.headers().firstValue("X-Robots-Tag")).as(path).hasValue("noindex");
  }

  private static void assertRevalidated(String path, HttpResponse<String> answer) {
    String cache = answer.headers().firstValue("Cache-Control").orElse("");
    Matcher age = MAX_AGE.matcher(cache);
    boolean bounded =
        age.find()
            ? Integer.parseInt(age.group(1)) <= FIVE_MINUTES && !cache.contains("immutable")
            : cache.contains("no-cache") || cache.contains("no-store");
    assertThat(bounded).as("%s may be reused too long: %s", path, cache).isTrue();
  }

  private static HttpResponse<String> at(Map<String, HttpResponse<String>> answers, String path) {
    HttpResponse<String> answer = answers.get(path);
    if (answer == null) {
      throw new AssertionError("not walked: " + path);
    }
    return answer;
  }

  /** What every route answers to a passer-by, by address. */
  private Map<String, HttpResponse<String>> walk() {
    return asked(this::get);
  }

  private Map<String, HttpResponse<String>> walkAs(TestVisitor visitor) {
    Map<String, HttpResponse<String>> answers = asked(visitor::get);
    // an answer that says to wait would hide what there is
    assertThat(answers.values()).noneMatch(answer -> answer.statusCode() == 429);
    return answers;
  }

  /** As several do at once. */
  private Map<String, HttpResponse<String>> asked(Function<String, HttpResponse<String>> get) {
    Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
    addresses().parallelStream()
        .map(path -> Map.entry(path, get.apply(path)))
        .toList()
        .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
    return answers;
  }

  /** Each route that is read, with everything its variables may stand for. */
  private Set<String> addresses() {
    version = datasets.get(id).current().id().toString();
    Set<String> addresses = new LinkedHashSet<>();
    routes
        .getHandlerMethods()
        .keySet()
        .forEach(
            route -> {
              Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
              if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                route.getPatternValues().forEach(pattern -> addresses.addAll(filled(pattern)));
              }
            });
    Set<String> asked = new LinkedHashSet<>();
    for (String address : addresses) {
      boolean alone =
          !SEARCHED.matcher(address).matches()
              || address.matches(".*/(lignes|fichiers|gestion)(/.*)?");
      for (String question : alone ? List.of("") : QUESTIONS) {
        asked.add(question.isEmpty() ? address : address + "?" + question);
      }
      if (address.endsWith("/comparaison")) {
        asked.add(address + "?avant=1&apres=2");
      }
    }
    return asked;
  }

  private List<String> filled(String pattern) {
    Matcher variable = VARIABLE.matcher(pattern);
    if (!variable.find()) {
      return List.of(pattern.replace("**", "x").replace("*", "x"));
    }
    List<String> filled = new ArrayList<>();
    for (String value : values(variable.group(1), pattern)) {
      filled.addAll(filled(variable.replaceFirst(Matcher.quoteReplacement(value))));
    }
    return filled;
  }

  private List<String> values(String variable, String pattern) {
    return switch (variable) {
      case "slug" ->
          pattern.startsWith("/collectivites")
              ? List.of("chateauroux")
              : List.of(slug, earlierSlug);
      case "number" -> List.of("1", "2");
      case "file" -> files();
      // of several variables one at most is a dataset or a version
      default ->
          pattern.contains(id.toString()) || pattern.contains(version)
              ? List.of(id.toString())
              : List.of(id.toString(), version, slug);
    };
  }

  private List<String> files() {
    List<String> files = new ArrayList<>();
    for (String format : List.of("csv", "xlsx", "parquet", "geojson")) {
      for (String version : List.of("", "-v1", "-v2", "-bac-a-sable")) {
        files.add(slug + version + "." + format);
      }
    }
    files.add(earlierSlug + "-v1.csv");
    return files;
  }

  private void withdraw(boolean titleKept) {
    TestVisitor focalPoint = focalPointOf("chateauroux");
    String care = "/jeux-de-donnees/" + slug + "/gestion";
    assertThat(focalPoint.get(care + "/retrait").body()).contains("Ce que le retrait ne peut pas");
    HttpResponse<String> answer =
        focalPoint.post(
            care + "/retrait",
            titleKept ? Map.of("reason", REASON, "titleKept", "true") : Map.of("reason", REASON));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(focalPoint.get("/jeux-de-donnees/" + slug).body())
        .contains("Remettre en ligne", "Versions", "Historique");
  }

  private void putBack() {
    TestVisitor focalPoint = focalPointOf("chateauroux");
    String back = "/jeux-de-donnees/" + slug + "/gestion/remise-en-ligne";
    assertThat(focalPoint.get(back).body()).contains("Les adresses sont trop précises");
    assertThat(focalPoint.post(back, Map.of()).statusCode()).isEqualTo(302);
  }

  private static Sample secret(int rows) {
    return SampleDatasets.trees(rows).marked(SECRET).titled("Zébrures Marquées, premier nom");
  }

  private void publishSandbox(UUID rehearsed) {
    Version waiting = datasets.get(rehearsed).sandbox();
    if (waiting == null) {
      throw new AssertionError("nothing in the sandbox");
    }
    datasets.publish(rehearsed, waiting.id(), SampleDatasets.SOMEONE);
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      // an answer that says to wait would hide what there is
      assertThat(answer.statusCode()).as(path).isNotEqualTo(429);
      return answer;
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
