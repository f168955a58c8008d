package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;
import fr.jalon.engine.query.Spots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small picture of where rows are: dots on a plain ground, larger where there are more, lines and
 * areas. Longitudes are shortened as they are at the middle latitude, so that shapes look right.
 *
 * @param paths outlines, as SVG writes them
 * @param ground outlines of communes, under them
 * @param names of communes, none over another
 * @param source whose outlines those of communes are, "" for none
 */
public record StillMap(
    int width,
    int height,
    List<Dot> dots,
    List<String> paths,
    List<String> ground,
    List<Name> names,
    String source) {
  private static final int WIDTH = 1000;
  private static final int SHORTEST = 420;
  private static final int TALLEST = 1000;
  private static final int MARGIN = 40;

  /** Units across a letter and up a line of names, their air counted. */
  private static final double LETTER = 13;

  private static final double LINE = 34;

  /** A page stays light: some 60 kB once compressed, and more than such a picture shows. */
  private static final int MOST_POSITIONS = 12_000;

  public StillMap {
    dots = List.copyOf(dots);
    paths = List.copyOf(paths);
    ground = List.copyOf(ground);
    names = List.copyOf(names);
  }

  private StillMap(int height, List<Dot> dots, List<String> paths) {
    this(WIDTH, height, dots, paths, List.of(), List.of(), "");
  }

  /** The name of a place, its middle in the units of the picture. */
  public record Name(String x, String y, String text) {}

  /** A dot, in the units of the picture. */
  public record Dot(String x, String y, String radius) {}

  static StillMap of(Bounds bounds, Spots spots) {
    Frame frame = Frame.of(bounds);
    List<Dot> dots =
        spots.spots().stream()
            .map(spot -> frame.dot(spot.longitude(), spot.latitude(), spot.count()))
            .toList();
    return new StillMap(frame.height(), dots, List.of());
  }

  /** What the picture shows of shapes. */
  static MapDrawing draw(Bounds bounds, Shapes shapes, int mostRows) {
    double pixel = pixel(bounds);
    MapGrid grid = MapGrid.of(bounds, MapGrid.zoom(pixel));
    return MapDrawing.of(shapes, bounds, pixel, grid, MOST_POSITIONS, mostRows);
  }

  static StillMap of(Bounds bounds, MapDrawing drawing) {
    Frame frame = Frame.of(bounds);
    return new StillMap(
        frame.height(),
        drawing.spots().spots().stream()
            .map(spot -> frame.dot(spot.longitude(), spot.latitude(), spot.count()))
            .toList(),
        drawing.outlines().stream().map(frame::path).toList());
  }

  /** Degrees of longitude across a pixel of the picture. */
  static double pixel(Bounds bounds) {
    Frame frame = Frame.of(bounds);
    return 1 / (frame.squeeze() * frame.scale());
  }

  /** What the whole picture shows, its margins too. */
  static Bounds reach(Bounds bounds) {
    Frame frame = Frame.of(bounds);
    double across = WIDTH / (frame.squeeze() * frame.scale());
    double up = frame.height() / frame.scale();
    double west = bounds.west() - frame.left() / (frame.squeeze() * frame.scale());
    double north = bounds.north() + frame.top() / frame.scale();
    return new Bounds(west, north - up, west + across, north);
  }

  /** The same over the outlines of communes, with as many of their names as have room. */
  StillMap over(Bounds bounds, Ground.Under under) {
    Frame frame = Frame.of(bounds);
    List<Name> names = new ArrayList<>();
    List<double[]> taken = new ArrayList<>();
    for (Ground.PlaceName place : under.names()) {
      double x = frame.x(place.lon());
      double y = frame.y(place.lat());
      double half = place.name().length() * LETTER / 2;
      double[] box = {x - half, y - LINE / 2, x + half, y + LINE / 2};
      boolean inside = box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
      if (inside && taken.stream().noneMatch(other -> touch(box, other))) {
        taken.add(box);
        names.add(new Name(Frame.tenth(x), Frame.tenth(y), place.name()));
      }
    }
    List<String> outlines = under.outlines().stream().map(frame::path).toList();
    return new StillMap(width, height, dots, paths, outlines, names, under.source());
  }

  private static boolean touch(double[] one, double[] other) {
    return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  }

  /** From degrees to the picture. */
  private record Frame(
      Bounds bounds, double squeeze, double scale, double left, double top, int height) {
    static Frame of(Bounds bounds) {
      double squeeze = Math.cos(Math.toRadians((bounds.south() + bounds.north()) / 2));
      double across = Math.max(1e-4, (bounds.east() - bounds.west()) * squeeze);
      double up = Math.max(1e-4, bounds.north() - bounds.south());
      int height = (int) Math.max(SHORTEST, Math.min(TALLEST, WIDTH * up / across));
      double scale = Math.min((WIDTH - 2.0 * MARGIN) / across, (height - 2.0 * MARGIN) / up);
      double left = (WIDTH - across * scale) / 2;
      double top = (height - up * scale) / 2;
      return new Frame(bounds, squeeze, scale, left, top, height);
    }

    Dot dot(double longitude, double latitude, long count) {
      return new Dot(tenth(x(longitude)), tenth(y(latitude)), tenth(5 + 2.2 * Math.log(count)));
    }

    String path(MapDrawing.Outline outline) {
      StringBuilder path = new StringBuilder();
      for (int[] ring : outline.rings()) {
        String last = "";
        char letter = 'M';
        double longitude = 0;
        double latitude = 0;
        for (int i = 0; i < ring.length; i += 2) {
          longitude += ring[i];
          latitude += ring[i + 1];
          String here =
              Math.round(x(longitude / Shapes.UNIT)) + " " + Math.round(y(latitude / Shapes.UNIT));
          if (!here.equals(last)) {
            path.append(letter).append(here);
            letter = 'L';
            last = here;
          }
        }
        path.append(outline.area() ? "Z" : "");
      }
      return path.toString();
    }

    private double x(double longitude) {
      return left + (longitude - bounds.west()) * squeeze * scale;
    }

    private double y(double latitude) {
      return top + (bounds.north() - latitude) * scale;
    }

    private static String tenth(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }
}
