package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of reading some bytes as a deposited file would be: a table or a refusal. */
public final class Outcome {
  private @Nullable Reading reading;
  private @Nullable Refusal refusal;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Long> sourceRows = new ArrayList<>();

  private Outcome() {}

  public static Outcome of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8), ReadOptions.NONE);
  }

  public static Outcome of(String name, byte[] bytes) {
    return of(name, bytes, ReadOptions.NONE);
  }

  public static Outcome of(String name, byte[] bytes, ReadOptions options) {
    try {
      Path folder = Files.createTempDirectory("outcome");
      try {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        Path work = Files.createDirectory(folder.resolve("work"));
        Outcome outcome = new Outcome();
        outcome.read(new Source(file, name, bytes.length, work), options);
        try (Stream<Path> left = Files.list(work)) {
          assertThat(left).as("files left in the work folder").isEmpty();
        }
        return outcome;
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Source source, ReadOptions options) throws IOException {
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        try (Table table = format.read(source, options)) {
          Reading read = table.reading();
          reading = read;
          for (int pass = 0; pass < 2; pass++) {
            rows.clear();
            sourceRows.clear();
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
          }
          assertThat(rows).as("rows counted").hasSize((int) read.rows());
        } catch (UnreadableFile e) {
          refusal = e.refusal();
        }
        return;
      }
    }
    refusal = Refusal.of("unknown-format");
  }

  public Reading reading() {
    assertThat(refusal).isNull();
    return Objects.requireNonNull(reading);
  }

  /** The code of the refusal; fails when the file was read. */
  public String refusal() {
    assertThat(refusal).as("refusal of a file read as %s", reading).isNotNull();
    return Objects.requireNonNull(refusal).code();
  }

  public List<List<String>> rows() {
    assertThat(refusal).isNull();
    return rows;
  }

  /** A row with its cells apart by " | ". */
  public List<String> lines() {
    return rows().stream().map(cells -> String.join(" | ", cells)).toList();
  }

  public List<Long> sourceRows() {
    return sourceRows;
  }

  public List<String> columns() {
    return reading().columns();
  }

  public List<String> notes() {
    return reading().notes().stream().map(Note::code).toList();
  }
}
