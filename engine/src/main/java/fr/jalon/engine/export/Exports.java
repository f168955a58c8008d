package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Writes a table in every format it is published in: {@value CsvWriter#FILE}, {@value
 * ParquetWriter#FILE}, {@value XlsxWriter#FILE} and, when its rows are somewhere, {@value
 * GeoJsonWriter#FILE}.
 *
 * <p>The table is scanned once and each block given to every writer. Only when a column turns out
 * to hold a value that is not of its type is everything written again, with that column as text: no
 * value is ever lost. Files appear under their names only when whole.
 */
public final class Exports {
  /** Taken by DuckDB for the number of a row in its file. */
  private static final String RESERVED_NAME = "file_row_number";

  /** A whole question of a survey fits; a paragraph does not. */
  private static final int LONGEST_NAME = 500;

  private Exports() {}

  /**
   * @param columns one for each column of the table, in order
   * @param rowsWritten told now and then how many rows are written
   */
  public static Exported write(
      Table table, List<ExportColumn> columns, Path folder, LongConsumer rowsWritten)
      throws IOException, UnreadableFile {
    if (columns.isEmpty() || columns.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "wanted one column for each of the table's "
              + table.columns().size()
              + " and at least one, got "
              + columns.size());
    }
    List<ExportColumn> named = withUniqueNames(columns);
    Attempt first = new Attempt(named, folder, rowsWritten);
    Exported exported = first.run(table);
    if (first.hasStray()) {
      exported = new Attempt(first.columnsThatHold(), folder, rowsWritten).run(table);
    }
    syncFolder(folder);
    return exported;
  }

  private static List<ExportColumn> withUniqueNames(List<ExportColumn> columns) {
    List<String> names = uniqueNames(columns.stream().map(ExportColumn::name).toList());
    List<ExportColumn> named = new ArrayList<>(columns.size());
    for (int i = 0; i < names.size(); i++) {
      named.add(columns.get(i).withName(names.get(i)));
    }
    return named;
  }

  /** Names by which every reader can tell columns apart, whether or not it minds case. */
  static List<String> uniqueNames(List<String> columns) {
    Set<String> seen = new HashSet<>();
    seen.add(RESERVED_NAME);
    List<String> names = new ArrayList<>(columns.size());
    for (String column : columns) {
      String given = fit(column);
      String asked = given.isBlank() ? "colonne_" + (names.size() + 1) : given;
      String name = asked;
      for (int i = 2; !seen.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = asked + "_" + i;
      }
      names.add(name);
    }
    return names;
  }

  /** A text of a cell taken for a name may be of any length, and hold what no name can. */
  private static String fit(String name) {
    String plain = name.replace("\0", "");
    if (plain.length() <= LONGEST_NAME) {
      return plain;
    }
    int end =
        Character.isLowSurrogate(plain.charAt(LONGEST_NAME)) ? LONGEST_NAME - 1 : LONGEST_NAME;
    return plain.substring(0, end);
  }

  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** One scan of the table with the types believed. */
  private static final class Attempt {
    private final List<ExportColumn> columns;
    private final List<TypedChunk.Reader> readers;
    private final Path folder;
    private final LongConsumer rowsWritten;
    private long rows;

    Attempt(List<ExportColumn> columns, Path folder, LongConsumer rowsWritten) {
      this.columns = columns;
      this.readers = columns.stream().map(c -> new TypedChunk.Reader(c.type())).toList();
      this.folder = folder;
      this.rowsWritten = rowsWritten;
    }

    boolean hasStray() {
      return readers.stream().anyMatch(TypedChunk.Reader::stray);
    }

    List<ExportColumn> columnsThatHold() {
      List<ExportColumn> held = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        held.add(readers.get(i).stray() ? columns.get(i).asText() : columns.get(i));
      }
      return held;
    }

    /** Finishes no file when a value was not of its column's type. */
    Exported run(Table table) throws IOException, UnreadableFile {
      try (Writers writers = new Writers()) {
        open(writers);
        table.scan(block -> write(block, writers));
        List<WrittenFile> files = hasStray() ? List.of() : writers.finish();
        return new Exported(files, columns, rows);
      }
    }

    private void open(Writers writers) throws IOException {
      writers.add(new CsvWriter(folder, columns));
      writers.add(new ParquetWriter(folder, columns, readers));
      if (columns.size() <= XlsxWriter.MAX_COLUMNS) {
        writers.add(new XlsxWriter(folder, columns));
      }
      if (GeoJsonWriter.suits(columns)) {
        writers.add(new GeoJsonWriter(folder, columns));
      }
    }

    private void write(Block block, Writers writers) throws IOException {
      List<TypedChunk> typed = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        typed.add(readers.get(i).read(block.chunk(i)));
      }
      if (!hasStray()) {
        writers.write(block, typed);
      }
      rows += block.rows();
      rowsWritten.accept(rows);
    }
  }
}
