package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.query.Bounds;
import fr.jalon.engine.query.Spots.Spot;
import fr.jalon.portal.explore.MapDrawing.Outline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapDrawingTest {
  private static final Bounds FRANCE = new Bounds(-5, 41, 10, 51);

  @TempDir Path folder;

  private Shapes shapes(String... geometries) throws IOException {
    return shapes(geometries.length, i -> geometries[i]);
  }

  private Shapes shapes(int count, IntFunction<String> geometry) throws IOException {
    String features =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "{\"type\":\"Feature\",\"properties\":{\"a\":{\"b\":[1]}},\"geometry\":"
                        + geometry.apply(i)
                        + "}")
            .collect(Collectors.joining(",\n"));
    Path file = folder.resolve("f.geojson");
    Files.writeString(file, "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
    return Shapes.read(file);
  }

  /** A square of so many degrees, whose south-west corner is there. */
  private static String square(double west, double south, double side) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Polygon\",\"coordinates\":[[[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%4$f],[%1$f,%2$f]]]}",
        west,
        south,
        west + side,
        south + side);
  }

  private static MapDrawing draw(Shapes shapes, Bounds frame, int zoom) {
    return MapDrawing.of(
        shapes, frame, MapGrid.pixel(zoom), MapGrid.of(frame, zoom), MapDrawing.MOST_POSITIONS, 50);
  }

  @Test
  void everyKindOfShapeIsReadWhateverTheOrderOfItsMembers() throws IOException {
    Shapes shapes =
        shapes(
            "{\"type\":\"Point\",\"coordinates\":[1,47,120]}",
            "null",
            "{\"coordinates\":[[1,47],[2,48]],\"type\":\"LineString\"}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[1,47],[2,47],[2,48],[1,47]],[[1.2,47.1],[1.3,47.1],[1.3,47.2],[1.2,47.1]]],[[[3,47],[4,47],[4,48],[3,47]]]]}",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,47]},{\"type\":\"LineString\",\"coordinates\":[[1,47],[2,47]]}]}",
            "{\"type\":\"MultiPoint\",\"coordinates\":[[1,47],[2,48]]}",
            "{\"type\":\"Polygon\",\"coordinates\":[]}");
    assertThat(IntStream.range(0, shapes.count()).mapToLong(shapes::row))
        .as("rows without a place are not drawn")
        .containsExactly(1L, 3L, 4L, 5L, 6L);
    assertThat(shapes.kind(shapes.firstRing(0))).isEqualTo(Shapes.Kind.POINT);
    assertThat(shapes.kind(shapes.firstRing(1))).isEqualTo(Shapes.Kind.LINE);
    assertThat(shapes.endRing(2) - shapes.firstRing(2)).as("outer, hole, outer").isEqualTo(3);
    assertThat(shapes.kind(shapes.firstRing(3) + 1)).isEqualTo(Shapes.Kind.LINE);
    assertThat(shapes.kind(shapes.firstRing(4))).isEqualTo(Shapes.Kind.POINT);
    assertThat(shapes.bounds()).contains(new Bounds(1, 47, 4, 48));
    MapDrawing drawing = draw(shapes, FRANCE, 10);
    assertThat(drawing.total()).isEqualTo(5);
    assertThat(drawing.outlines()).extracting(Outline::row).contains(3L, 4L);
  }

  @Test
  void neighboursKeepTheirCommonBorder() throws IOException {
    String left =
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,47],[1.01,47],[1.0101234,47.005],[1.01,47.01],[1,47.01],[1,47]]]}";
    String right =
        "{\"type\":\"Polygon\",\"coordinates\":[[[1.02,47],[1.01,47],[1.0101234,47.005],[1.01,47.01],[1.02,47.01],[1.02,47]]]}";
    MapDrawing drawing = draw(shapes(left, right), new Bounds(0.9, 46.9, 1.1, 47.1), 12);
    int[] one = drawing.outlines().get(0).rings().get(0);
    int[] other = drawing.outlines().get(1).rings().get(0);
    int x = 0;
    int otherX = 0;
    for (int i = 0; i <= 4; i += 2) {
      x += one[i];
      otherX += other[i];
    }
    assertThat(x).as("the third position of both").isEqualTo(otherX);
  }

  @Test
  void whatIsTooSmallIsGatheredAndNothingIsForgotten() throws IOException {
    Shapes shapes =
        shapes(
            4_000, i -> square(-4 + i % 100 * 0.13, 42 + i / 100 * 0.2, i % 10 == 0 ? 0.1 : 0.001));
    MapDrawing far = draw(shapes, FRANCE, 6);
    long gathered = far.spots().spots().stream().mapToLong(Spot::count).sum();
    assertThat(far.outlines().size() + gathered).isEqualTo(4_000);
    assertThat(far.outlines()).hasSize(400);
    assertThat(far.rows()).hasSize(50).contains(0L, 49L);
    MapDrawing near = draw(shapes, new Bounds(-4, 42, -3.8, 42.05), 14);
    assertThat(near.outlines()).as("nearer, each has its shape").hasSize(2);
    assertThat(near.spots().spots()).isEmpty();
  }

  @Test
  void anAnswerHasASizeWhateverIsInSight() throws IOException {
    String heavy =
        "{\"type\":\"LineString\",\"coordinates\":["
            + IntStream.range(0, 100_000)
                .mapToObj(i -> "[" + (i % 2000) / 200.0 + "," + (41 + i % 999 / 100.0) + "]")
                .collect(Collectors.joining(","))
            + "]}";
    Shapes shapes =
        shapes(6_000, i -> i == 0 ? heavy : square(i % 100 * 0.1, 42 + i / 100 * .1, .09));
    MapDrawing drawing = draw(shapes, FRANCE, 9);
    assertThat(drawing.outlines()).hasSizeLessThanOrEqualTo(MapDrawing.MOST_OUTLINES);
    assertThat(drawing.outlines().get(0).row()).as("the largest first").isEqualTo(1);
    int positions = drawing.outlines().stream().mapToInt(Outline::positions).sum();
    assertThat(positions).isBetween(1_000, MapDrawing.MOST_POSITIONS + 200);
    assertThat(drawing.outlines().size() + drawing.spots().total()).isEqualTo(6_000);
  }
}
