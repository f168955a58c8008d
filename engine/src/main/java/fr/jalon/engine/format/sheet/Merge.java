package fr.jalon.engine.format.sheet;

import org.jspecify.annotations.Nullable;

/** A rectangle of merged cells; rows are 1-based, columns 0-based, ends included. */
record Merge(long firstRow, long lastRow, int firstColumn, int lastColumn) {
  /** Reads a range as workbooks write it ("A1:C2"), null when it is none. */
  static @Nullable Merge of(String range) {
    int colon = range.indexOf(':');
    CellName from = CellName.of(colon < 0 ? range : range.substring(0, colon));
    CellName to = colon < 0 ? from : CellName.of(range.substring(colon + 1));
    if (from == null || to == null || to.row() < from.row() || to.column() < from.column()) {
      return null;
    }
    return new Merge(from.row(), to.row(), from.column(), to.column());
  }

  /** A cell's place by its name ("B12"). */
  record CellName(int column, long row) {
    static @Nullable CellName of(String name) {
      int column = 0;
      long row = 0;
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (c >= 'A' && c <= 'Z' && row == 0 && column < 1_000_000) {
          column = column * 26 + c - 'A' + 1;
        } else if (c >= '0' && c <= '9' && column > 0 && row < 1_000_000_000L) {
          row = row * 10 + c - '0';
        } else if (c != '$') {
          return null;
        }
      }
      return column == 0 || row == 0 ? null : new CellName(column - 1, row);
    }
  }
}
