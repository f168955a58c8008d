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
import java.util.List;

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

  private Formats() {}
}
