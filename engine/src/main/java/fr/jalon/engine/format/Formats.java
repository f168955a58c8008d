package fr.jalon.engine.format;

import fr.jalon.engine.format.csv.CsvFormat;
import fr.jalon.engine.format.geo.DbfFormat;
import fr.jalon.engine.format.geo.FlatGeobufFormat;
import fr.jalon.engine.format.geo.GeoJsonFormat;
import fr.jalon.engine.format.geo.GeoPackageFormat;
import fr.jalon.engine.format.geo.GpxFormat;
import fr.jalon.engine.format.geo.JsonFormat;
import fr.jalon.engine.format.geo.KmlFormat;
import fr.jalon.engine.format.geo.ParquetFormat;
import fr.jalon.engine.format.geo.ShapefileFormat;
import fr.jalon.engine.format.geo.TopoJsonFormat;
import fr.jalon.engine.format.sheet.DisguisedXlsFormat;
import fr.jalon.engine.format.sheet.FodsFormat;
import fr.jalon.engine.format.sheet.OdsFormat;
import fr.jalon.engine.format.sheet.XlsFormat;
import fr.jalon.engine.format.sheet.XlsbFormat;
import fr.jalon.engine.format.sheet.XlsxFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every format Jalon reads, in the order in which they are tried. */
public final class Formats {
  public static final List<Format> ALL =
      List.of(
          new XlsxFormat(),
          new XlsbFormat(),
          new OdsFormat(),
          new FodsFormat(),
          new XlsFormat(),
          new DisguisedXlsFormat(),
          new ShapefileFormat(),
          new KmlFormat(),
          new GpxFormat(),
          new GeoPackageFormat(),
          new FlatGeobufFormat(),
          new ParquetFormat(),
          new TopoJsonFormat(),
          new GeoJsonFormat(),
          new JsonFormat(),
          new DbfFormat(),
          new PackedFile(),
          new NotATable(),
          new CsvFormat());

  private static final List<FileType> FILE_TYPES =
      ALL.stream().flatMap(format -> format.fileTypes().stream()).toList();

  private static final List<FileType> PACKED =
      ALL.stream()
          .filter(Format::mayBePacked)
          .flatMap(format -> format.fileTypes().stream())
          .toList();

  private static final Map<String, FileType> BY_MEDIA_TYPE = byMediaType();

  private Formats() {}

  /** How every file that can be read is named and announced. */
  public static List<FileType> fileTypes() {
    return FILE_TYPES;
  }

  /** Files announced by this media type, in lower case and without parameters; null for none. */
  public static @Nullable FileType announcedBy(String mediaType) {
    return BY_MEDIA_TYPE.get(mediaType);
  }

  /** The format of this code, as in {@code Reading.format}; the first one when two share it. */
  public static Optional<Format> find(String code) {
    return ALL.stream().filter(format -> format.code().equals(code)).findFirst();
  }

  /** The family of the format of this code. */
  public static Family family(String code) {
    return find(code).map(Format::family).orElse(Family.OTHER);
  }

  /** True when a file of this name is worth reading out of an archive. */
  static boolean mayBePacked(String file) {
    return PACKED.stream().anyMatch(type -> type.names(file));
  }

  private static Map<String, FileType> byMediaType() {
    Map<String, FileType> byMediaType = new HashMap<>();
    for (FileType type : FILE_TYPES) {
      type.mediaTypes().forEach(name -> byMediaType.putIfAbsent(name, type));
    }
    return Map.copyOf(byMediaType);
  }
}
