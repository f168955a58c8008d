package fr.jalon.bench;

import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a file as the engine does of itself, into lists of texts: for small files only. */
final class ReadFile {
  private ReadFile() {}

  /** What is asked of a table while it is open. */
  private interface Question<T> {
    T of(Table table) throws IOException, UnreadableFile;
  }

  /** The table with its header first if it has one; null when the file is refused. */
  static @Nullable List<List<String>> table(byte[] bytes) {
    // nothing in, nothing out, as when converting
    return bytes.length == 0 ? List.of() : ask(bytes, ReadFile::rows);
  }

  /** How the file was read; null when it is refused. */
  static @Nullable Reading reading(byte[] bytes) {
    return ask(bytes, Table::reading);
  }

  private static <T> @Nullable T ask(byte[] bytes, Question<T> question) {
    try {
      Path folder = Files.createTempDirectory("bench");
      try {
        Path file = folder.resolve("file.csv");
        Files.write(file, bytes);
        return ask(new Source(file, "file.csv", bytes.length, folder), question);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> @Nullable T ask(Source source, Question<T> question) throws IOException {
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        try (Table table = format.read(source, ReadOptions.NONE)) {
          return question.of(table);
        } catch (UnreadableFile refused) {
          return null;
        }
      }
    }
    return null;
  }

  private static List<List<String>> rows(Table table) throws IOException, UnreadableFile {
    List<List<String>> rows = new ArrayList<>();
    if (!table.reading().headerRows().isEmpty()) {
      rows.add(table.reading().columns());
    }
    table.scan(block -> addRows(block, rows));
    return rows;
  }

  private static void addRows(Block block, List<List<String>> rows) {
    for (int row = 0; row < block.rows(); row++) {
      List<String> cells = new ArrayList<>(block.width());
      for (int column = 0; column < block.width(); column++) {
        cells.add(block.chunk(column).at(row).toString());
      }
      rows.add(cells);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
