package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.SheetSummary;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TopoJsonFormatTest {
  /** Two squares side by side that share a border, on a grid of a thousandth of a degree. */
  private static final String OBJECTS =
      "\"objects\":{\"quartiers\":{\"type\":\"GeometryCollection\",\"geometries\":["
          + "{\"type\":\"Polygon\",\"arcs\":[[0,1]],\"properties\":{\"nom\":\"Est\"}},"
          + "{\"arcs\":[[-2,2]],\"type\":\"Polygon\",\"id\":\"o\",\"properties\":{\"nom\":\"Ouest\"}},"
          + "{\"type\":null,\"properties\":{\"nom\":\"Nulle part\"}}]},"
          + "\"mairie\":{\"type\":\"Point\",\"coordinates\":[500,500],\"properties\":{\"n\":1}}}";

  private static final String ARCS =
      "\"arcs\":[[[1000,0],[1000,0],[0,1000],[-1000,0]],[[1000,1000],[0,-1000]],"
          + "[[1000,1000],[-1000,0],[0,-1000],[1000,0]]]";
  private static final String TRANSFORM =
      "\"transform\":{\"scale\":[0.001,0.001],\"translate\":[1,47]}";

  @Test
  void joinsLinesWhereverTheTransformStands() {
    for (String members :
        new String[] {
          OBJECTS + "," + ARCS + "," + TRANSFORM, TRANSFORM + "," + ARCS + "," + OBJECTS
        }) {
      Outcome outcome = Outcome.of("a.json", "{\"type\":\"Topology\"," + members + "}");
      assertThat(outcome.reading().format()).isEqualTo("topojson");
      assertThat(outcome.reading().sheet()).isEqualTo("quartiers");
      assertThat(outcome.reading().sheets())
          .extracting(SheetSummary::name, SheetSummary::rows, SheetSummary::columns)
          .containsExactly(tuple("quartiers", 3L, 3), tuple("mairie", 1L, 3));
      assertThat(outcome.lines())
          .containsExactly(
              "Est |  | {\"type\":\"Polygon\",\"coordinates\":"
                  + "[[[2,47],[3,47],[3,48],[2,48],[2,47]]]}",
              "Ouest | o | {\"type\":\"Polygon\",\"coordinates\":"
                  + "[[[2,47],[2,48],[1,48],[1,47],[2,47]]]}",
              "Nulle part |  | ");
      assertThat(outcome.notes()).containsExactly("no-geometry");
    }
  }

  @Test
  void readsTheObjectAskedFor() {
    String file = "{\"type\":\"Topology\"," + TRANSFORM + "," + OBJECTS + "," + ARCS + "}";
    Outcome outcome =
        Outcome.of(
            "a.json", file.getBytes(StandardCharsets.UTF_8), ReadOptions.NONE.withSheet("mairie"));
    assertThat(outcome.lines()).containsExactly("1 | 1.5 | 47.5");
  }

  @Test
  void refusesLinesGivenBackWithoutEnd() {
    String arc = "[[0,0]" + ",[1,1]".repeat(20_000) + "]";
    String file =
        "{\"type\":\"Topology\",\"arcs\":["
            + arc
            + "],\"objects\":{\"a\":{\"type\":\"GeometryCollection\",\"geometries\":["
            + "{\"type\":\"LineString\",\"arcs\":[0,0,0,0,0,0,0,0,0,0]},".repeat(1000)
            + "{\"type\":\"LineString\",\"arcs\":[7]}]}}}";
    assertThat(Outcome.of("a.json", file).refusal()).isEqualTo("too-large");
  }

  @Test
  void leavesOutShapesOfLinesThatAreNot() {
    String file =
        "{\"type\":\"Topology\",\"arcs\":[[[0,0],[1,1]]],\"objects\":{\"a\":{\"type\":"
            + "\"GeometryCollection\",\"geometries\":[{\"type\":\"LineString\",\"arcs\":[9]},"
            + "{\"type\":\"Polygon\",\"arcs\":[0]},{\"type\":\"LineString\",\"arcs\":[0]}]}}}";
    Outcome outcome = Outcome.of("a.json", file);
    assertThat(outcome.rows()).hasSize(3);
    assertThat(outcome.notes()).containsExactly("invalid-geometry");
    assertThat(Outcome.of("a.json", "{\"type\":\"Topology\",\"objects\":{}}").refusal())
        .isEqualTo("topojson-without-objects");
  }

  @Test
  void survivesAnyDamage() {
    String file = "{\"type\":\"Topology\"," + TRANSFORM + "," + OBJECTS + "," + ARCS + "}";
    Damage.survive(new TopoJsonFormat(), "a.json", file.getBytes(StandardCharsets.UTF_8));
  }
}
