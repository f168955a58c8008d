package fr.jalon.portal.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.cli.ReadWords;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.web.PortalSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(
    properties = {
      "jalon.deposit.max-size=2MB",
      "jalon.inspection.rate=50",
      "jalon.inspection.burst=40",
      "jalon.inspection.most=9"
    })
class InspectionsApiIT extends PortalIT {
  private static final String ADDRESS = "/api/inspections";
  private static final byte[] MESSY =
      """
      Subventions;;
      nom;date;montant
      École Jules-Ferry;12/03/2022;1 200,50
      Gymnase;01/04/2022;800,25
      """
          .getBytes(Charset.forName("windows-1252"));

  @Autowired private PortalSettings portal;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aFormIsAnsweredWithTheReading() throws Exception {
    HttpResponse<String> answer = form(ADDRESS, Map.of(), file("file", "sub/tés.csv", MESSY));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    Inspection inspection = Json.read(answer.body(), Inspection.class);
    assertThat(inspection.name()).isEqualTo("tés.csv");
    Reading reading = Objects.requireNonNull(inspection.reading());
    assertThat(reading.encoding()).isIn("windows-1252", "iso-8859-1");
    assertThat(reading.headerRows()).containsExactly(2L);
    assertThat(reading.columns()).containsExactly("nom", "date", "montant");
    assertThat(inspection.size()).isEqualTo(MESSY.length);
    assertThat(Json.write(inspection)).isEqualTo(answer.body().strip());
  }

  @Test
  void aBodyIsTheFileWhateverItIsCalled() throws Exception {
    for (String type :
        List.of("text/csv", "application/octet-stream", "application/x-www-form-urlencoded")) {
      HttpResponse<String> answer =
          send(
              request(ADDRESS + "?header=1&delimiter=semicolon")
                  .header("Content-Type", type)
                  .header("Content-Disposition", "attachment; filename=\"a b.csv\"")
                  .POST(BodyPublishers.ofByteArray(MESSY)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      Inspection inspection = Json.read(answer.body(), Inspection.class);
      assertThat(inspection.name()).isEqualTo("a b.csv");
      assertThat(Objects.requireNonNull(inspection.reading()).headerRows()).containsExactly(1L);
    }
    HttpResponse<String> named =
        send(request(ADDRESS + "?name=%C3%A9t%C3%A9.csv").POST(BodyPublishers.ofByteArray(MESSY)));
    assertThat(Json.read(named.body(), Inspection.class).name()).isEqualTo("été.csv");
  }

  @Test
  void aFileThatCannotBeReadIsAnsweredAllTheSame() throws Exception {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    for (byte[] content : List.of(image, new byte[0], "%PDF-1.7\n".getBytes(UTF_8))) {
      HttpResponse<String> answer = form(ADDRESS, Map.of(), file("file", "a.csv", content));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Json.read(answer.body(), Inspection.class).refusal()).isNotNull();
    }
  }

  @Test
  void fieldsOfTheFormSayHowToRead() throws Exception {
    Map<String, String> fields = Map.of("encoding", "macroman", "header", "none", "schema", "none");
    HttpResponse<String> answer = form(ADDRESS, fields, file("file", "a.csv", MESSY));
    Reading reading =
        Objects.requireNonNull(Json.read(answer.body(), Inspection.class).reading(), answer::body);
    assertThat(reading.headerRows()).isEmpty();
    for (String odd : List.of("nothing", "utf-8\u0001", "../..", "é")) {
      HttpResponse<String> strange =
          form(ADDRESS, Map.of("encoding", odd, "sheet", odd), file("file", "a.csv", MESSY));
      assertThat(strange.statusCode()).as(odd).isIn(200, 400);
    }
  }

  @Test
  void whatIsWrongWithTheRequestIsAProblem() throws Exception {
    assertProblem(form(ADDRESS, Map.of()), 400, "one-file");
    assertProblem(form(ADDRESS, Map.of(), file("fichier", "a.csv", MESSY)), 400, "one-file");
    assertProblem(
        form(ADDRESS, Map.of(), file("file", "a.csv", MESSY), file("file", "b.csv", MESSY)),
        400,
        "one-file");
    assertProblem(
        form(ADDRESS, Map.of("is_admin", "1"), file("file", "a.csv", MESSY)),
        400,
        "unknown-parameter");
    assertProblem(
        form(ADDRESS + "?header=0", Map.of(), file("file", "a.csv", MESSY)), 400, "bad-parameter");
    assertProblem(
        form(ADDRESS, Map.of("schema", "round"), file("file", "a.csv", MESSY)),
        400,
        "bad-parameter");
    assertProblem(
        send(request(ADDRESS + "?shape=round").POST(BodyPublishers.ofByteArray(MESSY))),
        400,
        "bad-parameter");
    assertProblem(
        send(
            request(ADDRESS)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofByteArray(MESSY))),
        400,
        "");
    assertThat(send(request(ADDRESS).GET()).statusCode()).isEqualTo(405);
  }

  @Test
  void aFileTooLargeIsRefusedHoweverItComes() throws Exception {
    byte[] much = new byte[4 << 20];
    assertProblem(form(ADDRESS, Map.of(), file("file", "a.csv", much)), 413, "");
    assertProblem(send(request(ADDRESS).POST(BodyPublishers.ofByteArray(much))), 413, "");
    assertProblem(
        send(
            request(ADDRESS)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much)))),
        413,
        "");
  }

  @Test
  void nothingOfAFileIsKept() throws Exception {
    form(ADDRESS, Map.of(), file("file", "a.csv", MESSY));
    send(request(ADDRESS).POST(BodyPublishers.ofByteArray(MESSY)));
    form(ADDRESS + "?header=x", Map.of(), file("file", "a.csv", new byte[100_000]));
    for (int i = 0; i < 50 && !left().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void nobodyIsAskedWhoTheyAreAndFilesOfStrangersAreTakenNowhereElse() throws Exception {
    HttpResponse<String> answer =
        send(
            request(ADDRESS)
                .header("Origin", "https://elsewhere.example")
                .header("Cookie", "jalon-session=x")
                .POST(BodyPublishers.ofByteArray(MESSY)));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    TestVisitor stranger = visitor();
    assertThat(stranger.upload("/depots", Map.of(), "fichier", "a.csv", MESSY).statusCode())
        .isEqualTo(302);
  }

  @Test
  void whoeverSendsTooManyIsAskedToWait() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(
          client.sendAsync(
              request(ADDRESS).POST(BodyPublishers.ofByteArray(MESSY)).build(),
              BodyHandlers.ofString()));
    }
    int refused = 0;
    for (CompletableFuture<HttpResponse<String>> one : answers) {
      HttpResponse<String> answer = one.get();
      assertThat(answer.statusCode()).isIn(200, 429);
      if (answer.statusCode() == 429) {
        refused++;
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
      }
    }
    assertThat(refused).isPositive();
    Thread.sleep(1500);
  }

  @Test
  void theDescriptionNamesEveryFieldOfTheReading() throws Exception {
    JsonNode document =
        JsonMapper.shared().readTree(send(request("/api/openapi.json").GET()).body());
    JsonNode reading = document.at("/components/schemas/Reading/properties");
    for (var component : Reading.class.getRecordComponents()) {
      JsonNode field = reading.path(component.getName());
      assertThat(field.path("description").asString("")).as(component.getName()).isNotBlank();
    }
    assertThat(reading.at("/encoding/type").toString()).isEqualTo("[\"string\",\"null\"]");
    assertThat(reading.at("/headerRows/items/type").asString()).isEqualTo("integer");
    assertThat(document.at("/paths/~1api~1inspections/post/responses/200").toString())
        .contains("schemas/Inspection");
    assertThat(
            document
                .at("/paths/~1api~1inspections/post/parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString("")))
        .containsAll(ReadWords.OPTIONS);
    assertReferencesLead(document, document);
    assertThat(visitor().get("/api").body())
        .contains("curl -F 'file=@subventions.csv' '" + portal.url() + ADDRESS + "'");
  }

  private static void assertReferencesLead(JsonNode document, JsonNode node) {
    if (node.has("$ref")) {
      String target = node.path("$ref").asString().substring(1);
      assertThat(document.at(target).isMissingNode()).as(target).isFalse();
    }
    for (JsonNode child : node) {
      assertReferencesLead(document, child);
    }
  }

  /** The files of work and of uploads that lie about; a worker's own folder is empty. */
  private List<Path> left() throws IOException {
    List<Path> left = new ArrayList<>();
    for (String folder : List.of("work", "uploads")) {
      try (Stream<Path> files = Files.walk(portal.data().resolve(folder))) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> !file.endsWith("warm-up.csv"))
            .forEach(left::add);
      }
    }
    return left;
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("detail").asString("")).isNotBlank();
    if (!code.isEmpty()) {
      assertThat(problem.path("code").asString("")).isEqualTo(code);
    }
  }

  private record Part(String field, String name, byte[] content) {}

  private static Part file(String field, String name, byte[] content) {
    return new Part(field, name, content);
  }

  private HttpResponse<String> form(String path, Map<String, String> fields, Part... files)
      throws Exception {
    var body = new ByteArrayOutputStream();
    for (var field : fields.entrySet()) {
      body.writeBytes(
          "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(field.getKey(), field.getValue())
              .getBytes(UTF_8));
    }
    for (Part file : files) {
      body.writeBytes(
          "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
              .formatted(file.field(), file.name())
              .getBytes(UTF_8));
      body.writeBytes(file.content());
      body.writeBytes("\r\n".getBytes(UTF_8));
    }
    body.writeBytes("--b--\r\n".getBytes(UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
  }

  /** Waits its turn when told to: the other tests are not about the pace. */
  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    for (int i = 0; i < 20 && answer.statusCode() == 429; i++) {
      Thread.sleep(200);
      answer = client.send(request.build(), BodyHandlers.ofString());
    }
    return answer;
  }
}
