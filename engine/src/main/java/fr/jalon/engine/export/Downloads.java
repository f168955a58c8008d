package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Makes of a published CSV the file of another format: those that are not written with the table
 * ({@link WrittenFormat#madeFromCsv}). The CSV is read again to the letter, a block of rows at a
 * time.
 */
public final class Downloads {
  private static final String PLAIN_NAME = "donnees";

  private Downloads() {}

  /**
   * @param csv as {@link Exports} wrote it
   * @param columns as {@link Exported} says they were written
   * @param name of the table inside the file, for formats where it has one
   * @param rowsWritten told now and then how many rows are written
   * @throws UnreadableFile when the format cannot hold the table, whose refusal says why
   * @throws IOException when the CSV is not the one of these columns
   */
  public static WrittenFile write(
      Path csv,
      List<ExportColumn> columns,
      WrittenFormat format,
      String name,
      Path folder,
      LongConsumer rowsWritten)
      throws IOException, UnreadableFile {
    PublishedCsv table = PublishedCsv.open(csv);
    if (table.columns().size() != columns.size()) {
      throw new IOException(
          csv + " has not the " + columns.size() + " columns it was said to have");
    }
    require(format, columns);
    String safe = safe(name);
    if (format == WrittenFormat.SHAPEFILE) {
      ShapefilePlan plan = new ShapefilePlan(columns);
      scan(table, columns, plan::see);
      plan.end();
      try (TableWriter writer = new ShapefileWriter(folder, columns, safe, plan)) {
        return write(table, columns, writer, rowsWritten);
      }
    }
    try (TableWriter writer = open(format, columns, safe, folder)) {
      return write(table, columns, writer, rowsWritten);
    }
  }

  private static void require(WrittenFormat format, List<ExportColumn> columns)
      throws UnreadableFile {
    if (format.isOfPlaces() && !RowPlaces.Columns.of(columns).isSomewhere()) {
      throw new UnreadableFile("download-without-places");
    }
    int most =
        switch (format) {
          case ODS -> XlsxWriter.MAX_COLUMNS;
          case GPKG -> GeoPackageWriter.MAX_COLUMNS;
          default -> Integer.MAX_VALUE;
        };
    if (columns.size() > most) {
      throw new UnreadableFile(
          new Refusal("download-too-many-columns", Map.of("columns", Integer.toString(most))));
    }
  }

  private static TableWriter open(
      WrittenFormat format, List<ExportColumn> columns, String name, Path folder)
      throws IOException {
    return switch (format) {
      case EXCEL -> new ExcelCsvWriter(folder, columns);
      case ODS -> new OdsWriter(folder, columns);
      case JSON -> new JsonWriter(folder, columns);
      case GPKG -> new GeoPackageWriter(folder, columns, name);
      case SHAPEFILE, CSV, XLSX, GEOJSON, PARQUET ->
          throw new IllegalArgumentException(format + " is not made from the CSV in one scan");
    };
  }

  private static WrittenFile write(
      PublishedCsv table, List<ExportColumn> columns, TableWriter writer, LongConsumer rowsWritten)
      throws IOException {
    long[] rows = {0};
    scan(
        table,
        columns,
        (block, typed) -> {
          writer.write(block, typed);
          rows[0] += block.rows();
          rowsWritten.accept(rows[0]);
        });
    return writer.finish();
  }

  /** Takes the blocks of a table read into their types. */
  @FunctionalInterface
  private interface Sink {
    void take(Block block, List<TypedChunk> columns) throws IOException;
  }

  private static void scan(PublishedCsv table, List<ExportColumn> columns, Sink sink)
      throws IOException {
    List<TypedChunk.Reader> readers =
        columns.stream().map(column -> new TypedChunk.Reader(column.type())).toList();
    table.scan(
        block -> {
          List<TypedChunk> typed = new ArrayList<>(readers.size());
          for (int i = 0; i < readers.size(); i++) {
            typed.add(readers.get(i).read(block.chunk(i)));
          }
          if (readers.stream().anyMatch(TypedChunk.Reader::stray)) {
            throw new IOException("the published CSV holds a value that is not of its type");
          }
          sink.take(block, typed);
        });
  }

  /** A name that a table and a file may bear anywhere. */
  private static String safe(String name) {
    String safe = name.replaceAll("[^a-z0-9_-]", "");
    return safe.isEmpty() ? PLAIN_NAME : safe;
  }
}
