package fr.jalon.engine.format;

import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a table: which of the sheet's are kept, and their names. */
final class ColumnNames {
  private final Grid grid;

  ColumnNames(Grid grid) {
    this.grid = grid;
  }

  /**
   * @param naming rows that name the columns, top to bottom
   */
  List<Column> columns(List<Integer> naming) {
    boolean[] used = used();
    int first = 0;
    while (first < used.length && !used[first]) {
      first++;
    }
    int last = used.length;
    while (last > first && !used[last - 1]) {
      last--;
    }
    // One empty column on the right is a delimiter too many or a column left to fill; several are a
    // spreadsheet's leftovers.
    if (used.length - last == 1 && last > first) {
      last = used.length;
    }
    return named(naming, last == first ? 0 : first, last);
  }

  /** Which columns hold something, titles included but not the notes below the table. */
  private boolean[] used() {
    int width = grid.width;
    for (GridRow row : grid.tail) {
      if (row.number() < grid.footRow) {
        width = Math.max(width, row.cells().size());
      }
    }
    boolean[] used = new boolean[width];
    for (String[] row : grid.cells) {
      for (int c = 0; c < row.length; c++) {
        used[c] |= !row[c].isEmpty();
      }
    }
    for (GridRow row : grid.tail) {
      if (row.number() < grid.footRow) {
        for (int c = 0; c < row.cells().size(); c++) {
          used[c] |= !CellShape.trim(row.cell(c)).isEmpty();
        }
      }
    }
    return used;
  }

  private List<Column> named(List<Integer> naming, int first, int last) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < naming.size(); i++) {
      int row = naming.get(i);
      rows.add(i + 1 < naming.size() ? spread(row, naming.get(i + 1)) : grid.cells[row]);
    }
    List<Column> columns = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    boolean equal = areEqual(naming);
    for (int c = first; c < last; c++) {
      columns.add(new Column(columns.size(), c, unique(name(rows, c, equal), taken)));
    }
    return columns;
  }

  /** A group's name holds for the nameless cells on its right, as a merged cell does. */
  private String[] spread(int row, int below) {
    int length = Math.max(grid.cells[row].length, grid.cells[below].length);
    String[] names = new String[length];
    Arrays.setAll(names, c -> grid.cell(row, c));
    for (int c = 1; c < length; c++) {
      boolean inGroup = !grid.cell(below, c).isEmpty() && !grid.cell(below, c - 1).isEmpty();
      if (names[c].isEmpty() && inGroup) {
        names[c] = names[c - 1];
      }
    }
    return names;
  }

  /** Columns of a table that is not laid out as its file is, in order, their names told apart. */
  static List<Column> inOrder(List<String> names) {
    List<Column> columns = new ArrayList<>();
    Map<String, Integer> taken = new HashMap<>();
    for (String name : names) {
      String clean = clean(name);
      int place = columns.size();
      String given = clean.isEmpty() ? Column.nameless(place) : clean;
      columns.add(new Column(place, place, unique(given, taken)));
    }
    return columns;
  }

  /** True when several rows have the same cells: each is then as much the header as another. */
  private boolean areEqual(List<Integer> rows) {
    for (int row : rows) {
      for (int c = 0; c < grid.width; c++) {
        if (!grid.cell(row, c).equals(grid.cell(rows.get(0), c))) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * @param all true to say what several rows say alike as often as they do
   */
  private static String name(List<String[]> rows, int column, boolean all) {
    List<String> parts = new ArrayList<>();
    for (String[] row : rows) {
      String part = column < row.length ? clean(row[column]) : "";
      if (!part.isEmpty() && (all || !parts.contains(part))) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? nameless(column) : String.join(" ", parts);
  }

  /** What a column without a name is called; {@code column} is its 0-based place in the sheet. */
  static String nameless(int column) {
    return Column.nameless(column);
  }

  private static String clean(String cell) {
    StringBuilder name = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!CellShape.isBlank(c)) {
        name.append(c);
      } else if (name.length() > 0 && name.charAt(name.length() - 1) != ' ') {
        name.append(' ');
      }
    }
    return name.toString().strip();
  }

  private static String unique(String name, Map<String, Integer> taken) {
    String key = name.toLowerCase(Locale.ROOT);
    Integer seen = taken.putIfAbsent(key, 1);
    if (seen == null) {
      return name;
    }
    int number = seen;
    String candidate;
    do {
      number++;
      candidate = name + "_" + number;
    } while (taken.putIfAbsent(candidate.toLowerCase(Locale.ROOT), 1) != null);
    taken.put(key, number);
    return candidate;
  }
}
