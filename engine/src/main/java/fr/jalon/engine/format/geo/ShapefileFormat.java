package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shapefiles, one or several, in a ZIP. */
public final class ShapefileFormat implements Format {
  private static final int SMALL_FILE = 1 << 16;

  /** Bytes of shapes below which a first layer gives way to one many times larger. */
  private static final int MUCH_LARGER = 20;

  @Override
  public String code() {
    return "shapefile";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  /** Its files come together, in an archive. */
  @Override
  public List<FileType> fileTypes() {
    return List.of();
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    if (!Archive.looksLikeOne(source.path())) {
      return false;
    }
    try (Archive archive = Archive.open(source.path())) {
      return archive.entries().stream().anyMatch(ShapefileFormat::isShapes);
    } catch (RefusedException e) {
      return false;
    }
  }

  private static boolean isShapes(Archive.Entry entry) {
    // what a Mac adds to archives bears the same names
    return Archive.ends(entry, ".shp")
        && !entry.name().startsWith("__MACOSX")
        && !entry.shortName().startsWith("._");
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try (Archive archive = Archive.open(source.path())) {
      List<Archive.Entry> layers =
          archive.entries().stream().filter(ShapefileFormat::isShapes).toList();
      if (layers.size() > Limits.SHEETS) {
        throw new RefusedException("too-many-sheets", "sheets", Limits.SHEETS);
      }
      Map<Archive.Entry, String> names = names(layers);
      Archive.Entry chosen = choose(layers, names, options.sheet());
      Charset charset = readLayer(archive, chosen, features);
      List<SheetSummary> summaries = new ArrayList<>();
      for (Archive.Entry layer : layers) {
        summaries.add(
            layer == chosen
                ? Features.current(title(names, layer))
                : sketch(source, archive, layer, title(names, layer)));
      }
      Table table =
          features.table(
              code(),
              charset == null ? null : charset.name().toLowerCase(Locale.ROOT),
              false,
              title(names, chosen),
              summaries);
      done = true;
      return table;
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        features.close();
      }
    }
  }

  private static Archive.Entry choose(
      List<Archive.Entry> layers, Map<Archive.Entry, String> names, @Nullable String asked) {
    Archive.Entry best = layers.get(0);
    for (Archive.Entry layer : layers) {
      if (title(names, layer).equals(asked)) {
        return layer;
      }
      if (layer.size() / MUCH_LARGER > best.size()) {
        best = layer;
      }
    }
    return best;
  }

  /** Names of the layers: their files', with folders when two have the same. */
  private static Map<Archive.Entry, String> names(List<Archive.Entry> layers) {
    Map<String, Integer> times = new HashMap<>();
    for (Archive.Entry layer : layers) {
      times.merge(layer.shortName(), 1, Integer::sum);
    }
    Map<Archive.Entry, String> names = new LinkedHashMap<>();
    for (Archive.Entry layer : layers) {
      boolean alone = times.getOrDefault(layer.shortName(), 0) == 1;
      String file = alone ? layer.shortName() : layer.name();
      names.put(layer, file.substring(0, file.length() - ".shp".length()));
    }
    return names;
  }

  private static String title(Map<Archive.Entry, String> names, Archive.Entry layer) {
    return names.getOrDefault(layer, layer.shortName());
  }

  private static Archive.@Nullable Entry beside(
      Archive archive, Archive.Entry layer, String ending) {
    String base = layer.name().substring(0, layer.name().length() - ".shp".length());
    Archive.Entry found = archive.find(base + ending);
    return found == null ? archive.find(base + ".shp" + ending) : found;
  }

  private static SheetSummary sketch(
      Source source, Archive archive, Archive.Entry layer, String title) throws IOException {
    Features sketch = Features.sketch(source.work());
    boolean done = false;
    try {
      readLayer(archive, layer, sketch);
      SheetSummary summary = sketch.summary(title, records(archive, layer));
      done = true;
      return summary;
    } catch (RefusedException e) {
      // a layer too damaged to show takes nothing from the one that is read
      return new SheetSummary(title, false, 0, 0, "empty", List.of());
    } finally {
      if (!done) {
        sketch.close();
      }
    }
  }

  /** Records a layer announces: by its attributes, else by its index, else by its shapes. */
  private static long records(Archive archive, Archive.Entry layer) throws IOException {
    Archive.Entry table = beside(archive, layer, ".dbf");
    if (table != null) {
      try (Dbf attributes = new Dbf(archive.stream(table))) {
        return attributes.announced();
      }
    }
    Archive.Entry index = beside(archive, layer, ".shx");
    if (index != null) {
      return Math.max(0, (index.size() - Shp.HEADER_SIZE) / 8);
    }
    long count = 0;
    try (Shp shapes = new Shp(archive.stream(layer))) {
      while (shapes.next()) {
        count++;
      }
    }
    return count;
  }

  private static @Nullable Crs crs(Archive archive, Archive.Entry layer) throws IOException {
    Archive.Entry projection = beside(archive, layer, ".prj");
    if (projection == null) {
      return null;
    }
    String text = new String(archive.bytes(projection, SMALL_FILE), StandardCharsets.UTF_8);
    int epsg = ProjectionText.epsg(text);
    return epsg == 0 ? null : Crs.of(epsg);
  }

  /** Reads shapes and attributes side by side; gives the encoding of the latter. */
  private static @Nullable Charset readLayer(
      Archive archive, Archive.Entry layer, Features features) throws IOException {
    features.expectGeometry();
    Crs crs = crs(archive, layer);
    features.declare(crs);
    Archive.Entry attributes = beside(archive, layer, ".dbf");
    try (Shp shapes = new Shp(archive.stream(layer))) {
      ShapeText shape = new ShapeText(features);
      if (attributes == null) {
        features.note(Note.of("no-attributes"));
        for (long number = 1; features.wantsMore() && shapes.next(); number++) {
          shapes.give(features, shape);
          features.endRecord(number);
        }
        return null;
      }
      Charset charset = charset(archive, layer, attributes);
      try (Dbf table = new Dbf(archive.stream(attributes))) {
        records(shapes, table, charset, features, shape);
      }
      return charset;
    }
  }

  private static void records(
      Shp shapes, Dbf table, Charset charset, Features features, ShapeText shape)
      throws IOException {
    int[] places = table.places(charset, features);
    long number = 0;
    long unmatched = 0;
    while (features.wantsMore()) {
      boolean anyShape = shapes.next();
      boolean anyRecord = table.next();
      if (!anyShape && !anyRecord) {
        break;
      }
      number++;
      unmatched += anyShape != anyRecord ? 1 : 0;
      if (anyRecord && table.isDeleted()) {
        continue;
      }
      if (anyRecord) {
        table.give(places, charset, features);
      }
      if (anyShape) {
        shapes.give(features, shape);
      } else {
        features.noGeometry();
      }
      features.endRecord(number);
    }
    table.notes(features);
    if (unmatched > 0) {
      features.note(new Note("shapes-unmatched", Map.of("count", Long.toString(unmatched))));
    }
  }

  private static Charset charset(Archive archive, Archive.Entry layer, Archive.Entry attributes)
      throws IOException {
    Archive.Entry page = beside(archive, layer, ".cpg");
    String declared =
        page == null
            ? null
            : new String(archive.bytes(page, SMALL_FILE), StandardCharsets.ISO_8859_1);
    try (Dbf table = new Dbf(archive.stream(attributes))) {
      return table.charset(declared);
    }
  }
}
