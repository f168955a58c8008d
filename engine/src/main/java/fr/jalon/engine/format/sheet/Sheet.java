package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.RowSpool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One sheet while it is read: its cells as text, and what it hides. Mutable, one thread. */
final class Sheet {
  private static final int MAX_MERGES = 100_000;

  final String name;
  boolean hidden;
  final RowSpool rows;
  final List<Merge> merges = new ArrayList<>();
  boolean pivot;
  long hiddenRows;
  long hiddenColumns;
  long comments;
  long formulas;
  long formulasWithoutValue;
  long longCells;

  Sheet(String name, boolean hidden, Path folder) {
    this.name = name;
    this.hidden = hidden;
    this.rows = new RowSpool(folder);
  }

  /** Adds the text of a cell to the row being made. */
  void cell(int column, byte[] bytes, int offset, int length) throws IOException {
    if (length > Limits.CELL_CHARACTERS) {
      checkLength(length);
    }
    rows.cell(column, bytes, offset, length);
  }

  /** Adds the text of a cell to the row being made. */
  void cell(int column, String value) throws IOException {
    if (value.length() > Limits.CELL_CHARACTERS) {
      checkLength(value.length());
    }
    rows.cell(column, value);
  }

  /** Adds figures, or text already known to be well-formed UTF-8, to the row being made. */
  void wellFormed(int column, byte[] bytes, int offset, int length) throws IOException {
    if (length > Limits.CELL_CHARACTERS) {
      checkLength(length);
    }
    rows.wellFormed(column, bytes, offset, length);
  }

  void merge(Merge merge) {
    if (merges.size() < MAX_MERGES) {
      merges.add(merge);
    }
  }

  private void checkLength(int length) throws IOException {
    if (length > Limits.CELL_BYTES) {
      throw new RefusedException("cell-too-long", "limit", Limits.CELL_BYTES);
    }
    longCells++;
  }
}
