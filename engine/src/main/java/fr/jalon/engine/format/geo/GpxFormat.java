package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GPX (1.0 and 1.1), as navigation devices write it: points, routes and tracks, each a layer; and
 * the points routes and tracks are made of, with their times and heights.
 */
public final class GpxFormat implements Format {
  @Override
  public String code() {
    return "gpx";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("gpx", "application/gpx+xml"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    return XmlHead.startsWith(source.path(), "gpx");
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Map<Gpx.Layer, Features> sketches = new EnumMap<>(Gpx.Layer.class);
    Features features = new Features(source.work());
    boolean done = false;
    try {
      for (Gpx.Layer layer : Gpx.Layer.values()) {
        sketches.put(layer, prepared(Features.sketch(source.work())));
      }
      Map<Gpx.Layer, Long> counts = pass(source, sketches);
      Gpx.Layer chosen = choose(counts, options.sheet());
      pass(source, Map.of(chosen, prepared(features)));
      List<SheetSummary> layers = new ArrayList<>();
      for (Map.Entry<Gpx.Layer, Long> each : counts.entrySet()) {
        Features sketch = sketches.remove(each.getKey());
        if (sketch != null && each.getValue() > 0) {
          layers.add(sketch.summary(each.getKey().title(), each.getValue()));
        } else if (sketch != null) {
          sketch.close();
        }
      }
      if (chosen.detail() != null && counts.getOrDefault(chosen.detail(), 0L) > 0) {
        features.note(new Note("gpx-details", Map.of("layer", chosen.detail().title())));
      }
      Table table = features.table(code(), "utf-8", false, chosen.title(), layers);
      done = true;
      return table;
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      for (Features sketch : sketches.values()) {
        sketch.close();
      }
      if (!done) {
        features.close();
      }
    }
  }

  private static Features prepared(Features features) {
    features.expectGeometry();
    features.declare(Crs.WGS84);
    return features;
  }

  private static Map<Gpx.Layer, Long> pass(Source source, Map<Gpx.Layer, Features> wanted)
      throws IOException {
    try (XmlScanner xml = XmlScanner.of(Files.newInputStream(source.path()))) {
      Gpx gpx = new Gpx(xml, wanted);
      gpx.read();
      return gpx.counts();
    }
  }

  /** The layer asked for, else the one of most records; vertices are no records of their own. */
  private static Gpx.Layer choose(Map<Gpx.Layer, Long> counts, @Nullable String asked)
      throws RefusedException {
    Gpx.Layer best = null;
    for (Map.Entry<Gpx.Layer, Long> each : counts.entrySet()) {
      Gpx.Layer layer = each.getKey();
      if (each.getValue() > 0 && layer.title().equals(asked)) {
        return layer;
      }
      boolean more = best == null || each.getValue() > counts.getOrDefault(best, 0L);
      best = layer.isWhole() && each.getValue() > 0 && more ? layer : best;
    }
    if (best == null) {
      throw new RefusedException("gpx-without-points");
    }
    return best;
  }
}
