package fr.jalon.bench;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file as read, and as each of its proposed mends makes it. */
final class MendedFile implements AutoCloseable {
  /** A time that does not pass: what is in the future stays there. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T11:00:00Z"), ZoneId.of("Europe/Paris"));

  private final Table table;
  private final List<Proposal> proposals;
  private final Cells before;

  private MendedFile(Table table, List<Proposal> proposals) throws IOException, UnreadableFile {
    this.table = table;
    this.proposals = proposals;
    this.before = Cells.of(table);
  }

  /**
   * A table by the places that its cells have in the file.
   *
   * @param names by letters of the column
   * @param rows by number of the row, then letters of the column
   */
  record Cells(Map<String, String> names, Map<Long, Map<String, String>> rows) {
    static Cells of(Table table) throws IOException, UnreadableFile {
      Map<String, String> names = new LinkedHashMap<>();
      for (Column column : table.columns()) {
        names.put(letters(column), column.name());
      }
      List<String> letters = new ArrayList<>(names.keySet());
      Map<Long, Map<String, String>> rows = new LinkedHashMap<>();
      table.scan(
          block -> {
            for (int row = 0; row < block.rows(); row++) {
              Map<String, String> cells = new LinkedHashMap<>();
              for (int column = 0; column < block.width(); column++) {
                cells.put(letters.get(column), block.chunk(column).at(row).toString());
              }
              rows.put(block.sourceRow(row), cells);
            }
          });
      return new Cells(names, rows);
    }

    private static String letters(Column column) {
      return column.letters().isEmpty() ? "+" + column.name() : column.letters();
    }
  }

  /** Reads and inspects; null when the file is refused. */
  static @Nullable MendedFile of(Path file, Path work) throws IOException {
    Source source = new Source(file, file.getFileName().toString(), Files.size(file), work);
    Inspection inspection = Engine.inspect(source, InspectOptions.NONE, CLOCK, Progress.NONE);
    if (inspection.refusal() != null) {
      return null;
    }
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        try {
          return new MendedFile(format.read(source, ReadOptions.NONE), mends(inspection));
        } catch (UnreadableFile refused) {
          return null;
        }
      }
    }
    return null;
  }

  /** What hides people loses what it hides, and is chosen by people: it mends nothing. */
  private static List<Proposal> mends(Inspection inspection) {
    return inspection.proposals().stream().filter(one -> !one.mend().protects()).toList();
  }

  List<Proposal> proposals() {
    return proposals;
  }

  Cells before() {
    return before;
  }

  Cells after(List<Proposal> accepted) throws IOException, UnreadableFile {
    return Cells.of(Mending.apply(table, accepted).table());
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
