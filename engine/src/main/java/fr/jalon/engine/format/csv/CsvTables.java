package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.SeveralTables;
import fr.jalon.engine.format.TableArea;
import fr.jalon.engine.format.TableCuts;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.TableSummary;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of a text file: nearly always one; of several, the one to read. */
record CsvTables(FirstPass chosen, List<SourceRow> head, List<TableSummary> summaries, int number) {
  static CsvTables of(Portion whole, Dialect dialect, Transcoder transcoder, ReadOptions options)
      throws IOException, UnreadableFile {
    FirstPass first = new FirstPass(whole, dialect, transcoder, options.headerRows(), false);
    List<FirstPass> found = new ArrayList<>();
    for (Portion portion : portions(whole, first.starts)) {
      // A header named by a person is of one table only: the others are found as they are.
      FirstPass pass =
          first.starts.isEmpty() && options.headerRows() == null
              ? first
              : new FirstPass(portion, dialect, transcoder, null, false);
      if (pass.beside.isEmpty()) {
        found.add(pass);
      }
      for (TableArea area : pass.beside) {
        Portion side = new Portion(portion.path(), portion.from(), area);
        found.add(new FirstPass(side, dialect, transcoder, null, true));
      }
    }
    if (found.size() == 1) {
      index(List.of(), options);
      return new CsvTables(first, first.layout.sourceRows(Reading.HEAD_ROWS), List.of(), 1);
    }
    return choose(found, dialect, transcoder, options);
  }

  private static CsvTables choose(
      List<FirstPass> found, Dialect dialect, Transcoder transcoder, ReadOptions options)
      throws IOException, UnreadableFile {
    List<TableSummary> summaries = new ArrayList<>();
    for (FirstPass pass : found) {
      summaries.add(pass.summary());
    }
    int index = index(summaries, options);
    FirstPass chosen = found.get(index);
    @Nullable List<Long> header = options.headerRows();
    if (header != null) {
      chosen = new FirstPass(chosen.portion(), dialect, transcoder, header, true);
    }
    return new CsvTables(chosen, chosen.sourceRows(), summaries, index + 1);
  }

  private static int index(List<TableSummary> tables, ReadOptions options) throws UnreadableFile {
    try {
      return SeveralTables.choose(tables, options);
    } catch (RefusedException refused) {
      throw refused.unreadable();
    }
  }

  private static List<Portion> portions(Portion whole, List<TableCuts.Start> starts) {
    List<Portion> portions = new ArrayList<>();
    long from = whole.from();
    long row = 1;
    for (TableCuts.Start start : starts) {
      portions.add(new Portion(whole.path(), from, whole.area().rows(row, start.row() - 1)));
      from = start.place();
      row = start.row();
    }
    portions.add(new Portion(whole.path(), from, whole.area().rows(row, Long.MAX_VALUE)));
    return portions;
  }

  List<Note> notes() {
    return summaries.isEmpty() ? List.of() : List.of(SeveralTables.note(summaries.size(), number));
  }
}
