package fr.jalon.engine.rule;

import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.kind.Coordinates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two columns that say where a row is, in degrees. */
public record CoordinatePair(ColumnFacts longitude, ColumnFacts latitude) {
  /** A question about one point. */
  @FunctionalInterface
  public interface PointTest {
    boolean test(double longitude, double latitude);
  }

  /** The pair of a table, null when it has none or more than one. */
  public static @Nullable CoordinatePair of(Facts facts) {
    List<ColumnFacts> longitudes = facts.expecting(Kinds.LONGITUDE);
    List<ColumnFacts> latitudes = facts.expecting(Kinds.LATITUDE);
    return longitudes.size() == 1 && latitudes.size() == 1
        ? new CoordinatePair(longitudes.get(0), latitudes.get(0))
        : null;
  }

  /** The rows whose two coordinates are numbers and whose point passes the test. */
  public RowTest rows(PointTest test) {
    return (block, sought) -> {
      double[] x = numbers(block, longitude.index());
      double[] y = numbers(block, latitude.index());
      Chunk xs = block.chunk(longitude.index());
      Chunk ys = block.chunk(latitude.index());
      for (int row = 0; row < block.rows(); row++) {
        double one = x[xs.code(row)];
        double other = y[ys.code(row)];
        if (!Double.isNaN(one) && !Double.isNaN(other) && test.test(one, other)) {
          sought.accept(row);
        }
      }
    };
  }

  private static double[] numbers(Block block, int column) {
    Chunk chunk = block.chunk(column);
    double[] numbers = new double[chunk.distinct()];
    for (int code = 0; code < numbers.length; code++) {
      numbers[code] = Coordinates.parse(chunk.value(code).toString());
    }
    return numbers;
  }
}
