package fr.jalon.portal.explore;

import fr.jalon.engine.query.Bounds;
import fr.jalon.portal.explore.MapDrawing.Outline;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.territory.Outlines;
import fr.jalon.portal.territory.Outlines.Loaded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The outlines of communes under a map, and where their names stand. */
@Component
class Ground {
  /** Positions of a frame: it lies under the data, and is not to weigh as much. */
  private static final int MOST_POSITIONS = 12_000;

  /** Names tried on a map: those that would touch another are left out. */
  private static final int MOST_NAMES = 60;

  private final Outlines outlines;
  private final KeptShapes kept;
  private final Storage storage;

  Ground(Outlines outlines, KeptShapes kept, Storage storage) {
    this.outlines = outlines;
    this.kept = kept;
    this.storage = storage;
  }

  /**
   * What is under a frame.
   *
   * @param source whose outlines they are, "" when none were loaded
   */
  record Under(List<Outline> outlines, List<PlaceName> names, String source) {
    static final Under NOTHING = new Under(List.of(), List.of(), "");

    Under {
      outlines = List.copyOf(outlines);
      names = List.copyOf(names);
    }
  }

  /** A name in the middle of what bears it. */
  record PlaceName(double lon, double lat, String name) {}

  /**
   * @param pixel degrees of longitude across a pixel
   */
  Under of(Bounds frame, double pixel, MapGrid grid) throws IOException {
    Optional<Loaded> loaded = outlines.find();
    if (loaded.isEmpty()) {
      return Under.NOTHING;
    }
    String sha256 = loaded.get().sha256();
    Shapes shapes = kept.of(sha256, storage.path(sha256));
    MapDrawing drawing = MapDrawing.of(shapes, frame, pixel, grid, MOST_POSITIONS, 0);
    return new Under(drawing.outlines(), names(shapes, drawing, frame), loaded.get().source());
  }

  /** Of the largest in sight whose middle is in sight. */
  private List<PlaceName> names(Shapes shapes, MapDrawing drawing, Bounds frame) {
    List<PlaceName> names = new ArrayList<>();
    for (Outline outline : drawing.outlines()) {
      String name = outlines.name(outline.row());
      int shape = shapes.find(outline.row());
      if (!name.isEmpty() && shape >= 0 && names.size() < MOST_NAMES) {
        double lon = ((long) shapes.west(shape) + shapes.east(shape)) / 2 / Shapes.UNIT;
        double lat = ((long) shapes.south(shape) + shapes.north(shape)) / 2 / Shapes.UNIT;
        if (lon > frame.west()
            && lon < frame.east()
            && lat > frame.south()
            && lat < frame.north()) {
          names.add(new PlaceName(lon, lat, name));
        }
      }
    }
    return names;
  }
}
