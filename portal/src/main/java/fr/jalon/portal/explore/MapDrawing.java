package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;
import fr.jalon.engine.query.Spots;
import fr.jalon.engine.query.Spots.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of shapes in a frame: outlines as fine as the screen shows them, the smallest ones
 * gathered into marks, so that an answer has a size whatever is in sight.
 *
 * <p>Positions are moved to the nearest pixel, all on the same grid: two neighbours keep their
 * common border.
 *
 * @param outlines the largest first
 * @param spots what is too small to have a shape at that scale, or beyond what is drawn
 * @param rows in sight, 0-based, the first of the file first
 * @param total shapes in sight
 */
record MapDrawing(List<Outline> outlines, Spots spots, List<Long> rows, long total) {
  /** Outlines that a browser moves with ease. */
  static final int MOST_OUTLINES = 3_000;

  /** Positions of them all: some 200 kB once compressed, at two to four bytes a number. */
  static final int MOST_POSITIONS = 30_000;

  /** Any outline may have so many: most shapes have fewer, and keep all of theirs. */
  private static final int FEWEST_POSITIONS = 200;

  /** Pixels across under which a shape looks like a spot. */
  private static final int SMALLEST = 3;

  MapDrawing {
    outlines = List.copyOf(outlines);
    rows = List.copyOf(rows);
  }

  /**
   * @param row 1-based
   * @param area false for lines
   * @param rings each a longitude and a latitude, then steps from one position to the next, in
   *     {@link Shapes#UNIT}s
   */
  record Outline(long row, boolean area, List<int[]> rings) {
    Outline {
      rings = List.copyOf(rings);
    }

    int positions() {
      return rings.stream().mapToInt(ring -> ring.length / 2).sum();
    }
  }

  /**
   * @param pixel degrees of longitude across a pixel
   * @param grid by which small ones are gathered
   * @param mostPositions drawn, give or take those of one ordinary shape
   * @param mostRows named beside
   */
  static MapDrawing of(
      Shapes shapes, Bounds frame, double pixel, MapGrid grid, int mostPositions, int mostRows) {
    int step = (int) Math.max(1, Math.round(pixel * Shapes.UNIT));
    int[] seen = seen(shapes, frame);
    List<Long> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(mostRows, seen.length); i++) {
      rows.add(shapes.row(seen[i]) - 1);
    }
    List<Outline> outlines = new ArrayList<>();
    Gathered gathered = new Gathered(grid);
    int positions = 0;
    for (int shape : largestFirst(shapes, seen)) {
      boolean drawn =
          size(shapes, shape) >= (long) SMALLEST * step
              && outlines.size() < MOST_OUTLINES
              && positions < mostPositions
              && shapes.kind(shapes.firstRing(shape)) != Shapes.Kind.POINT;
      Outline outline = drawn ? fitting(shapes, shape, step, mostPositions - positions) : null;
      if (outline == null) {
        gathered.add(shapes, shape);
      } else {
        outlines.add(outline);
        positions += outline.positions();
      }
    }
    return new MapDrawing(outlines, gathered.spots(), rows, seen.length);
  }

  private static int[] seen(Shapes shapes, Bounds frame) {
    int[] seen = new int[shapes.count()];
    int count = 0;
    for (int shape = 0; shape < shapes.count(); shape++) {
      if (shapes.west(shape) <= frame.east() * Shapes.UNIT
          && shapes.east(shape) >= frame.west() * Shapes.UNIT
          && shapes.south(shape) <= frame.north() * Shapes.UNIT
          && shapes.north(shape) >= frame.south() * Shapes.UNIT) {
        seen[count++] = shape;
      }
    }
    return Arrays.copyOf(seen, count);
  }

  /** Sorted by size without an object each: the size above, the number below. */
  private static int[] largestFirst(Shapes shapes, int[] seen) {
    long[] keys = new long[seen.length];
    for (int i = 0; i < seen.length; i++) {
      keys[i] = (Long.MAX_VALUE >> 32) - size(shapes, seen[i]) << 32 | seen[i];
    }
    Arrays.sort(keys);
    int[] sorted = new int[seen.length];
    for (int i = 0; i < seen.length; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  /** The longer side of its rectangle. */
  private static long size(Shapes shapes, int shape) {
    return Math.max(
        (long) shapes.east(shape) - shapes.west(shape),
        (long) shapes.north(shape) - shapes.south(shape));
  }

  /** Coarser than the screen when it alone would take more room than there is. */
  private static @Nullable Outline fitting(Shapes shapes, int shape, int step, int room) {
    int coarser = step;
    Outline outline = outline(shapes, shape, coarser);
    while (outline != null && outline.positions() > Math.max(room, FEWEST_POSITIONS)) {
      coarser *= 2;
      outline = outline(shapes, shape, coarser);
    }
    return outline;
  }

  private static @Nullable Outline outline(Shapes shapes, int shape, int step) {
    List<int[]> rings = new ArrayList<>();
    boolean area = false;
    for (int ring = shapes.firstRing(shape); ring < shapes.endRing(shape); ring++) {
      boolean closed = shapes.kind(ring) == Shapes.Kind.AREA;
      int[] simple = simple(shapes, ring, step);
      if (simple.length >= (closed ? 6 : 4)) {
        rings.add(simple);
        area |= closed;
      }
    }
    return rings.isEmpty() ? null : new Outline(shapes.row(shape), area, rings);
  }

  /** On the grid, without positions that fall on the one before, as steps. */
  private static int[] simple(Shapes shapes, int ring, int step) {
    int[] steps = new int[shapes.endPosition(ring) - shapes.firstPosition(ring)];
    int length = 0;
    int x = 0;
    int y = 0;
    for (int i = shapes.firstPosition(ring); i < shapes.endPosition(ring); i += 2) {
      int nextX = snapped(shapes.position(i), step);
      int nextY = snapped(shapes.position(i + 1), step);
      if (length == 0 || nextX != x || nextY != y) {
        steps[length++] = nextX - x;
        steps[length++] = nextY - y;
        x = nextX;
        y = nextY;
      }
    }
    return Arrays.copyOf(steps, length);
  }

  private static int snapped(int value, int step) {
    return (int) (Math.round((double) value / step) * step);
  }

  /** Shapes in the cells of a grid. */
  private static final class Gathered {
    private final MapGrid grid;
    private final int columns;
    private final int lines;
    private final Map<Integer, long[]> cells = new HashMap<>();
    private long total;

    Gathered(MapGrid grid) {
      this.grid = grid;
      this.lines = (int) Math.max(1, Math.round(Math.sqrt(grid.cells() / 2.0)));
      this.columns = 2 * lines;
    }

    /** By the middle of its rectangle: count, first row, sums of longitudes and latitudes. */
    void add(Shapes shapes, int shape) {
      long x = ((long) shapes.west(shape) + shapes.east(shape)) / 2;
      long y = ((long) shapes.south(shape) + shapes.north(shape)) / 2;
      Bounds whole = grid.whole();
      int column = cell(x / Shapes.UNIT, whole.west(), whole.east(), columns);
      int line = cell(y / Shapes.UNIT, whole.south(), whole.north(), lines);
      long[] cell = cells.computeIfAbsent(line * columns + column, none -> new long[4]);
      cell[1] = cell[0] == 0 ? shapes.row(shape) : Math.min(cell[1], shapes.row(shape));
      cell[0]++;
      cell[2] += x;
      cell[3] += y;
      total++;
    }

    private static int cell(double value, double from, double to, int count) {
      double share = to > from ? (value - from) / (to - from) : 0;
      return (int) Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    }

    Spots spots() {
      return new Spots(
          cells.values().stream()
              .map(
                  cell ->
                      new Spot(
                          cell[2] / Shapes.UNIT / cell[0],
                          cell[3] / Shapes.UNIT / cell[0],
                          cell[0],
                          cell[1] - 1))
              .toList(),
          total,
          true);
    }
  }
}
