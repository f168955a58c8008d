package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Coordinates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.OutlineFault;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What is wrong with the shapes of one column. The checks ask one after another about the same
 * value, which is therefore read once: each keeps its own kind of fault.
 */
public final class ShapeFaults {
  /** A ring that does not end where it begins, or has too few positions; a shape without any. */
  static final int UNFINISHED = 1;

  /** An outline that crosses itself or another of the same shape. */
  static final int CROSSING = 1 << 1;

  /** Rings that turn the other way than the standard has it (RFC 7946, 3.1.6). */
  static final int TURNED = 1 << 2;

  /** The same position twice in a row. */
  static final int REPEATED = 1 << 3;

  /** Positions that are no longitude and latitude. */
  static final int OUTSIDE = 1 << 4;

  /** Longitude and latitude in each other's place. */
  static final int SWAPPED = 1 << 5;

  /** Whether outlines cross takes long to know: shapes of more positions are not looked at. */
  private static final int MOST_IN_SHAPE = 10_000;

  /** Positions of one column whose crossings are looked for when it takes long. */
  private static final int MOST_IN_COLUMN = 300_000;

  /** Rings of so many positions are soon compared side by side. */
  private static final int SMALL_RING = 200;

  /** Beyond this part of its terms, a difference of products has a sign that is sure. */
  private static final double SURE = 1e-14;

  private static final int LEAST_IN_RING = 4;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final ShapeReader shape = new ShapeReader();
  private @Nullable Text last;
  private int lastFaults;
  private int judged;

  /** Reports the shapes of a table that have one of the faults above. */
  static void tell(Rule rule, Severity severity, int fault, Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.GEOMETRY)) {
      ShapeFaults faults = column.shapes();
      report.cells(rule, severity, column, Map.of(), value -> faults.has(value, fault));
    }
  }

  /** The same for a fault that can be put right, which is only tried on the shapes that have it. */
  static void tell(
      Rule rule, Severity severity, int fault, OutlineFault outline, Facts facts, Report report) {
    Conversion mend = new Conversion.MendOutlines(Set.of(outline));
    for (ColumnFacts column : facts.expecting(Kinds.GEOMETRY)) {
      ShapeFaults faults = column.shapes();
      Remedy remedy = Remedy.convert(true, mend);
      report.cells(rule, severity, column, Map.of(), value -> faults.has(value, fault), remedy);
    }
  }

  /** True when the value has one of these faults. */
  synchronized boolean has(Text value, int faults) {
    return (of(value) & faults) != 0;
  }

  private int of(Text value) {
    if (value != last) {
      last = value;
      lastFaults = shape.read(value) ? judge() : 0;
    }
    return lastFaults;
  }

  private int judge() {
    int faults = shape.positions() == 0 ? UNFINISHED : 0;
    boolean crossable = false;
    for (int run = 0; run < shape.runs(); run++) {
      faults |= run(run);
      crossable |= shape.isRing(run);
    }
    faults |= places();
    boolean few = shape.positions() <= MOST_IN_SHAPE && judged < MOST_IN_COLUMN;
    if (crossable && few && (faults & (UNFINISHED | OUTSIDE)) == 0 && !isPlain()) {
      judged += shape.positions();
      faults |= crosses() ? CROSSING : 0;
    }
    return faults;
  }

  private int run(int run) {
    int from = shape.from(run);
    int to = shape.to(run);
    int faults = 0;
    ShapeReader.Run kind = shape.kind(run);
    if (kind == ShapeReader.Run.LINE && to - from < 2) {
      faults |= UNFINISHED;
    }
    if (shape.isRing(run)) {
      boolean closed = to > from && shape.same(from, to - 1);
      faults |= !closed || to - from < LEAST_IN_RING ? UNFINISHED : 0;
      double area = shape.area(run);
      boolean wrongWay = kind == ShapeReader.Run.OUTER ? area < 0 : area > 0;
      faults |= wrongWay && shape.isJson() ? TURNED : 0;
    }
    if (kind != ShapeReader.Run.POINTS) {
      for (int i = from + 1; i < to; i++) {
        if (shape.identical(i - 1, i)) {
          return faults | REPEATED;
        }
      }
    }
    return faults;
  }

  private int places() {
    for (int i = 0; i < shape.positions(); i++) {
      // a hair beyond the edge of the world is how programs draw that edge
      if (!(Math.abs(shape.x(i)) <= 180.001 && Math.abs(shape.y(i)) <= 90.001)) {
        return OUTSIDE;
      }
    }
    if (shape.positions() == 0) {
      return 0;
    }
    double x = shape.x(0);
    double y = shape.y(0);
    return !Coordinates.inFrance(x, y) && Coordinates.inFrance(y, x) ? SWAPPED : 0;
  }

  /** True when the shape is one small ring none of whose sides come near another. */
  private boolean isPlain() {
    int sides = shape.positions() - 1;
    if (shape.runs() != 1 || sides >= SMALL_RING) {
      return false;
    }
    for (int i = 0; i < sides; i++) {
      int next = i + 1 == sides ? 0 : i + 1;
      if (side(i, next + 1) == 0) {
        return false;
      }
      double left = Math.min(shape.x(i), shape.x(i + 1));
      double right = Math.max(shape.x(i), shape.x(i + 1));
      double low = Math.min(shape.y(i), shape.y(i + 1));
      double high = Math.max(shape.y(i), shape.y(i + 1));
      int end = i == 0 ? sides - 1 : sides;
      for (int j = i + 2; j < end; j++) {
        boolean apart =
            shape.x(j) < left && shape.x(j + 1) < left
                || shape.x(j) > right && shape.x(j + 1) > right
                || shape.y(j) < low && shape.y(j + 1) < low
                || shape.y(j) > high && shape.y(j + 1) > high;
        if (!apart && side(i, j) * side(i, j + 1) <= 0 && side(j, i) * side(j, i + 1) <= 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** On which side of a line through two positions in a row another is; 0 when not sure. */
  private int side(int line, int position) {
    double one = (shape.x(line + 1) - shape.x(line)) * (shape.y(position) - shape.y(line));
    double other = (shape.x(position) - shape.x(line)) * (shape.y(line + 1) - shape.y(line));
    double difference = one - other;
    return Math.abs(difference) <= SURE * (Math.abs(one) + Math.abs(other))
        ? 0
        : difference > 0 ? 1 : -1;
  }

  private boolean crosses() {
    List<Polygon> polygons = new ArrayList<>();
    LinearRing outer = null;
    List<LinearRing> holes = new ArrayList<>();
    for (int run = 0; run < shape.runs(); run++) {
      if (!shape.isRing(run)) {
        continue;
      }
      if (shape.kind(run) == ShapeReader.Run.OUTER) {
        add(polygons, outer, holes);
        outer = ring(run);
        holes = new ArrayList<>();
      } else {
        holes.add(ring(run));
      }
    }
    add(polygons, outer, holes);
    return polygons.size() == 1
        ? !IsValidOp.isValid(polygons.get(0))
        : !IsValidOp.isValid(FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0])));
  }

  private static void add(
      List<Polygon> polygons, @Nullable LinearRing outer, List<LinearRing> holes) {
    if (outer != null) {
      polygons.add(FACTORY.createPolygon(outer, holes.toArray(new LinearRing[0])));
    }
  }

  private LinearRing ring(int run) {
    int from = shape.from(run);
    Coordinate[] ring = new Coordinate[shape.to(run) - from];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(shape.x(from + i), shape.y(from + i));
    }
    return FACTORY.createLinearRing(ring);
  }
}
