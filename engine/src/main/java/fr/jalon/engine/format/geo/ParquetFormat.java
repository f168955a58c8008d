package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.format.parquet.ParquetColumn;
import fr.jalon.engine.format.parquet.ParquetColumn.Unit;
import fr.jalon.engine.format.parquet.ParquetFile;
import fr.jalon.engine.format.parquet.RecordSink;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Apache Parquet, with a geometry when it is GeoParquet. Columns inside others get the names of
 * both; those of several values a record are left out, and told.
 */
public final class ParquetFormat implements Format {
  /** Names under which programs leave well-known binary without saying what it is. */
  private static final Set<String> GEOMETRY_NAMES =
      Set.of("geometry", "geom", "the_geom", "wkb", "wkb_geometry", "geom_wkb", "geo_shape");

  private static final int MOST_NAMED = 10;

  @Override
  public String code() {
    return "parquet";
  }

  @Override
  public Family family() {
    return Family.RECORDS;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(
        FileType.of("parquet", "application/vnd.apache.parquet"), FileType.of("geoparquet"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    return ParquetFile.looksLikeOne(source.path());
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try (ParquetFile file = ParquetFile.open(source.path())) {
      GeoParquet geo = GeoParquet.of(file.property("geo"));
      ParquetColumn geometry = geometry(file.columns(), geo);
      if (geometry != null) {
        features.expectGeometry();
        features.declare(geo == null ? GeoParquet.system(geometry.crs()) : geo.crs());
      }
      List<ParquetColumn> wanted = new ArrayList<>();
      Set<String> nested = new LinkedHashSet<>();
      Records records = new Records(features, geometry, file.columns().size());
      for (ParquetColumn column : file.columns()) {
        if (column.repeated()) {
          nested.add(column.name().replaceFirst("\\..*", ""));
        } else {
          wanted.add(column);
          records.prepare(column);
        }
      }
      if (wanted.isEmpty()) {
        throw new RefusedException("parquet-without-columns");
      }
      file.read(wanted, records);
      if (!nested.isEmpty()) {
        features.note(new Note("nested-left-out", Map.of("columns", named(nested))));
      }
      features.leaveOut(records.binary);
      if (!records.binary.isEmpty()) {
        features.note(new Note("binary-left-out", Map.of("columns", named(records.binary))));
      }
      Table table = features.table(code(), null, false, null, List.of());
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

  private static String named(Set<String> names) {
    List<String> first = names.stream().limit(MOST_NAMED).toList();
    return String.join(", ", first) + (names.size() > MOST_NAMED ? "…" : "");
  }

  /** The column whose values are the places of the records, null when there is none. */
  private static @Nullable ParquetColumn geometry(
      List<ParquetColumn> columns, @Nullable GeoParquet geo) {
    ParquetColumn found = null;
    for (ParquetColumn column : columns) {
      if (column.repeated() || !column.isBinary()) {
        continue;
      }
      if (geo != null) {
        if (column.name().equals(geo.column())) {
          return column;
        }
      } else if (found == null
          && (column.meaning().unit() == Unit.GEOMETRY
              || GEOMETRY_NAMES.contains(column.name().toLowerCase(Locale.ROOT)))) {
        found = column;
      }
    }
    return found;
  }

  /** Puts records into the collector. */
  private static final class Records implements RecordSink {
    private final Features features;
    private final @Nullable ParquetColumn geometry;
    private final int[] places;
    private final Set<String> binary = new LinkedHashSet<>();
    private boolean placed;
    private long number;

    Records(Features features, @Nullable ParquetColumn geometry, int columns) {
      this.features = features;
      this.geometry = geometry;
      this.places = new int[columns];
    }

    void prepare(ParquetColumn column) throws IOException {
      boolean opaque = column.meaning().unit() == Unit.OPAQUE;
      if (!column.equals(geometry) && !opaque) {
        places[column.index()] = features.place(unique(column.name()));
      }
    }

    private String unique(String name) {
      String unique = name;
      for (int number = 2; features.has(unique); number++) {
        unique = name + "_" + number;
      }
      return unique;
    }

    @Override
    public void text(ParquetColumn column, String value) {
      features.value(places[column.index()], value);
    }

    @Override
    public void binary(ParquetColumn column, byte[] bytes, int offset, int length) {
      if (column.equals(geometry)) {
        placed = true;
        Wkb.giveBare(bytes, offset, length, features);
      } else if (column.meaning().unit() == Unit.PLAIN && isText(bytes, offset, length)) {
        features.value(
            places[column.index()], new String(bytes, offset, length, StandardCharsets.UTF_8));
      } else {
        binary.add(column.name());
      }
    }

    /** Older writers do not say that their texts are texts. */
    private static boolean isText(byte[] bytes, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] >= 0
            && bytes[i] < ' '
            && bytes[i] != '\n'
            && bytes[i] != '\t'
            && bytes[i] != '\r') {
          return false;
        }
      }
      return Utf8.isValid(bytes, offset, length);
    }

    @Override
    public void endRecord() throws IOException {
      if (geometry != null && !placed) {
        features.noGeometry();
      }
      placed = false;
      features.endRecord(++number);
    }

    @Override
    public boolean wantsMore() {
      return features.wantsMore();
    }
  }
}
