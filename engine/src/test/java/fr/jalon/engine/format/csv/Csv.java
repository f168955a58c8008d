package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as a deposited file, for tests. */
record Csv(Table table, List<List<String>> rows, List<Long> sourceRows) {
  static Csv read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Csv read(byte[] bytes) {
    return read(bytes, ReadOptions.NONE);
  }

  static Csv read(byte[] bytes, ReadOptions options) {
    try {
      return tryRead(bytes, options);
    } catch (UnreadableFile e) {
      throw new AssertionError(e);
    }
  }

  static Csv tryRead(byte[] bytes, ReadOptions options) throws UnreadableFile {
    try {
      Path folder = Files.createTempDirectory("csv");
      Path file = folder.resolve("file.csv");
      try {
        Files.write(file, bytes);
        return read(new Source(file, "file.csv", bytes.length, folder), options);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Csv read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    List<List<String>> rows = new ArrayList<>();
    List<Long> sourceRows = new ArrayList<>();
    try (Table table = new CsvFormat().read(source, options)) {
      table.scan(
          block -> {
            for (int row = 0; row < block.rows(); row++) {
              List<String> cells = new ArrayList<>();
              for (int column = 0; column < block.width(); column++) {
                cells.add(block.chunk(column).at(row).toString());
              }
              rows.add(cells);
              sourceRows.add(block.sourceRow(row));
            }
          });
      return new Csv(table, rows, sourceRows);
    }
  }

  List<String> columns() {
    return table.reading().columns();
  }

  String dialect() {
    var reading = table.reading();
    return reading.encoding()
        + " "
        + reading.delimiter()
        + " "
        + reading.quote()
        + " "
        + reading.recordEnd();
  }

  List<String> notes() {
    return table.reading().notes().stream().map(Note::code).toList();
  }
}
