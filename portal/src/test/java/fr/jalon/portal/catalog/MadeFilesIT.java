package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Rejected;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MadeFilesIT extends CatalogIT {
  private static final int ROWS = 30;

  @Autowired private MadeFiles files;
  @Autowired private Withdrawals withdrawals;
  @Autowired private JdbcClient jdbc;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void makesEachFormatOnceForAllWhoAsk() throws Exception {
    Dataset dataset = samples().publish(SampleDatasets.trees(ROWS));
    Version version = dataset.current();
    assertThat(files.formats(version))
        .containsExactly(
            WrittenFormat.EXCEL,
            WrittenFormat.ODS,
            WrittenFormat.JSON,
            WrittenFormat.GPKG,
            WrittenFormat.SHAPEFILE);
    assertThat(page("/jeux-de-donnees/" + dataset.slug())).contains("-v1.shp.zip", "sur demande");

    ExecutorService people = Executors.newFixedThreadPool(4);
    List<Future<Distribution>> asked = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      asked.add(people.submit(() -> files.get(version, WrittenFormat.JSON, dataset.slug())));
    }
    Distribution first = asked.get(0).get();
    Instant madeAt = madeAt(version, WrittenFormat.JSON);
    for (Future<Distribution> one : asked) {
      assertThat(one.get()).isEqualTo(first);
    }
    people.shutdown();
    assertThat(files.get(version, WrittenFormat.JSON, dataset.slug())).isEqualTo(first);
    assertThat(madeAt(version, WrittenFormat.JSON)).isEqualTo(madeAt);
    assertThat(first.rows()).isEqualTo(ROWS);
    for (WrittenFormat format : files.formats(version)) {
      HttpResponse<byte[]> answer = get(name(dataset, format), "Accept", "*/*");
      assertThat(answer.statusCode()).as("%s", format).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains(format.mediaType());
      assertThat(answer.body()).hasSize((int) files.get(version, format, dataset.slug()).size());
    }
  }

  @Test
  void answersInPartsOfTheSameFileOnly() {
    Dataset dataset = samples().publish(SampleDatasets.trees(ROWS));
    String path = name(dataset, WrittenFormat.ODS);
    HttpResponse<byte[]> whole = get(path, "Accept", "*/*");
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;")
        .contains(dataset.slug() + "-v1.ods");

    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> part = get(path, "Range", "bytes=10-19", "If-Range", tag);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 10, 20));
    HttpResponse<byte[]> other = get(path, "Range", "bytes=10-19", "If-Range", "\"autre\"");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo(whole.body());
    assertThat(get(path, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
  }

  @Test
  void goWithTheVersionTheyWereMadeOf() {
    Dataset dataset =
        samples().publish(SampleDatasets.trees(ROWS).marked("parti " + UUID.randomUUID()));
    Version version = dataset.current();
    Distribution json = files.get(version, WrittenFormat.JSON, dataset.slug());
    Person steward = person(Role.ADMINISTRATOR, null);
    withdrawals.withdraw(dataset.id(), steward, "Les adresses sont trop précises.", false);
    assertThat(get(name(dataset, WrittenFormat.JSON), "Accept", "*/*").statusCode()).isEqualTo(410);
    assertThat(storage.has(json.sha256())).isTrue();

    withdrawals.erase(dataset.id(), 1, steward, "Les adresses sont trop précises.");

    assertThat(storage.has(json.sha256())).isFalse();
    assertThat(files.made(version)).isEmpty();
    Version erased = datasets.getVersion(dataset.id(), 1);
    assertThatThrownBy(() -> files.get(erased, WrittenFormat.JSON, "x"))
        .isInstanceOf(Rejected.class);
    // whoever saw the version a moment before gets nothing, and nothing is kept
    assertThatThrownBy(() -> files.get(version, WrittenFormat.JSON, "x"))
        .isInstanceOf(Rejected.class);
    assertThat(files.made(version)).isEmpty();
  }

  @Test
  void saysWhenItCouldNotBeMade() throws Exception {
    Dataset dataset =
        samples().publish(SampleDatasets.trees(ROWS).marked("abîmé " + UUID.randomUUID()));
    Distribution csv = dataset.current().findDistribution(WrittenFormat.CSV).orElseThrow();
    Files.writeString(storage.path(csv.sha256()), "rien", StandardCharsets.UTF_8);

    HttpResponse<byte[]> answer = get(name(dataset, WrittenFormat.ODS), "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("la faute est de mon côté");
    assertThat(
            get("/jeux-de-donnees/" + dataset.slug() + "/fichiers/x.exe", "Accept", "*/*")
                .statusCode())
        .isEqualTo(404);
  }

  private Instant madeAt(Version version, WrittenFormat format) {
    return jdbc.sql("select made_at from catalog.made_file where version_id = ? and format = ?")
        .params(version.id(), format.code())
        .query(java.sql.Timestamp.class)
        .single()
        .toInstant();
  }

  private static String name(Dataset dataset, WrittenFormat format) {
    return "/jeux-de-donnees/"
        + dataset.slug()
        + "/fichiers/"
        + CatalogPaths.fileName(dataset.slug(), dataset.current(), format);
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
              .headers(headers)
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
