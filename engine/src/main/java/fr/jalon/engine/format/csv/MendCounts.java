package fr.jalon.engine.format.csv;

import fr.jalon.engine.table.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many records had not the usual width, by what was done to them, and the first of each. */
final class MendCounts {
  private final long[] counts = new long[RowMender.Mend.values().length];
  private final long[] firsts = new long[counts.length];

  void add(RowMender.Mend mend, long row) {
    if (counts[mend.ordinal()]++ == 0) {
      firsts[mend.ordinal()] = row;
    }
  }

  List<Note> notes(int width) {
    List<Note> notes = new ArrayList<>();
    add(notes, "short-rows", RowMender.Mend.COMPLETED, width);
    add(notes, "long-rows", RowMender.Mend.JOINED, width);
    add(notes, "realigned-rows", RowMender.Mend.REALIGNED, width);
    add(notes, "other-delimiter-rows", RowMender.Mend.CUT_ANEW, width);
    return notes;
  }

  private void add(List<Note> notes, String code, RowMender.Mend mend, int width) {
    long count = counts[mend.ordinal()];
    if (count > 0) {
      Map<String, String> values =
          Map.of(
              "count", Long.toString(count),
              "row", Long.toString(firsts[mend.ordinal()]),
              "columns", Integer.toString(width));
      notes.add(new Note(code, values));
    }
  }
}
