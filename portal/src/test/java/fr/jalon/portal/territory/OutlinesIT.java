package fr.jalon.portal.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outlines are given once, read by a worker, and lie under the maps. */
class OutlinesIT extends CatalogIT {
  private static final int COMMUNES = 12;
  private static final String UNDER = "/territoires/fond?ouest=1&sud=46&est=3&nord=47.5&zoom=9";

  @Autowired private Outlines outlines;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  private List<String> codes() {
    return jdbc.sql(
            """
            select insee from organization.local_authority where insee is not null
            order by insee limit ?
            """)
        .param(COMMUNES)
        .query(String.class)
        .list();
  }

  private static String ring(double west, double south, double side) {
    return String.format(
        Locale.ROOT,
        "[[%1$.3f,%2$.3f],[%3$.3f,%2$.3f],[%3$.3f,%4$.3f],[%1$.3f,%4$.3f],[%1$.3f,%2$.3f]]",
        west,
        south,
        west + side,
        south + side);
  }

  /** Squares in a row, each with a hole and with a column of other five figures before the code. */
  private Path squares(double south, IntFunction<String> code) throws IOException {
    String features =
        IntStream.range(0, COMMUNES)
            .mapToObj(
                i ->
                    "{\"type\":\"Feature\",\"properties\":{\"rang\":\"%05d\",\"code\":\"%s\"},"
                            .formatted(i + 1, code.apply(i))
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
                        + ring(1 + i * 0.1, south, 0.1)
                        + ","
                        + ring(1.04 + i * 0.1, south + 0.04, 0.02)
                        + "]}}")
            .collect(Collectors.joining(","));
    return Files.writeString(
        folder.resolve("contours.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  @Test
  void outlinesAreUnderEveryMapWithTheirNamesAndSource() throws IOException {
    jdbc.sql("delete from territory.outlines").update();
    TestVisitor administrator =
        visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    String path = OutlinesController.PATH;
    assertThat(administrator.get(path).body()).contains("Aucun contour");
    List<String> codes = codes();
    String first =
        jdbc.sql("select name from organization.local_authority where insee = ?")
            .param(codes.get(0))
            .query(String.class)
            .single();
    Path file = squares(46.7, codes::get);
    outlines.load(file, "contours.geojson", "Nous, 2026");
    assertThat(administrator.get(path).body()).contains(COMMUNES + " communes", "Nous, 2026");
    String under = page(UNDER);
    assertThat(under).contains("\"source\":\"Nous, 2026\"", first, "\"rings\":[[");
    assertThat(visitor().get("/territoires/fond?ouest=x").statusCode()).isEqualTo(400);
    assertThat(visitor().get(path).statusCode()).isEqualTo(302);

    Dataset trees = samples().publish(SampleDatasets.trees(30));
    assertThat(page("/jeux-de-donnees/" + trees.slug() + "?vue=carte"))
        .contains("data-ground=\"/territoires/fond\"", "Contours des communes", "Nous, 2026");

    String sha256 = outlines.find().orElseThrow().sha256();
    outlines.load(squares(46.75, codes::get), "contours.geojson", "Nous, 2027");
    assertThat(storage.has(sha256)).as("those before go with their file").isFalse();
    assertThat(jdbc.sql("select count(*) from territory.outlines").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotOutlinesOfCommunesChangesNothing() throws IOException {
    jdbc.sql("delete from territory.outlines").update();
    outlines.load(squares(46.7, codes()::get), "contours.geojson", "Avant");
    Map<Path, TerritoryProblem> wrong =
        Map.of(
            squaresTo("quartiers.geojson", 46.7, i -> "Q" + i), TerritoryProblem.NO_CODES,
            squaresTo("ailleurs.geojson", 70, codes()::get), TerritoryProblem.ELSEWHERE,
            Files.writeString(folder.resolve("t.csv"), "code;nom\n36001;A\n36002;B\n"),
                TerritoryProblem.NO_SHAPES,
            Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 0}),
                TerritoryProblem.NOT_READ);
    wrong.forEach(
        (file, problem) ->
            assertThatThrownBy(() -> outlines.load(file, file.getFileName().toString(), "Après"))
                .as(file.getFileName().toString())
                .isInstanceOfSatisfying(
                    Rejected.class, why -> assertThat(why.problem()).isEqualTo(problem)));
    assertThat(jdbc.sql("select source from territory.outlines").query(String.class).single())
        .isEqualTo("Avant");
  }

  private Path squaresTo(String name, double south, IntFunction<String> code) throws IOException {
    return Files.move(squares(south, code), folder.resolve(name));
  }
}
