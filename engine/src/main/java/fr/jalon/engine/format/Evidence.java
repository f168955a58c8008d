package fr.jalon.engine.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns hold below each row, to compare that row with. Counts are kept for all rows and
 * those above are taken away as the row asked for goes down, so asking in order is cheap.
 */
final class Evidence {
  /** Share of the cells that makes a column one of figures, dates, codes… */
  private static final double TYPED = 0.7;

  /** Rows below from which one that is longer is the exception. */
  private static final int SEVERAL = 3;

  private final String[][] cells;
  private final CellShape[][] shapes;
  private final int end;
  private final int width;
  private final int[][] counts;
  private final Map<String, Integer>[] values;
  private final Map<String, Integer>[] patterns;

  /** First two words of the texts that have at least three, and texts that begin with a digit. */
  private final Map<String, Integer>[] openings;

  private final int[] numbered;

  /** Rows above this one are not counted. */
  private int from;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of maps, one a column
  Evidence(String[][] cells, CellShape[][] shapes, int end, int width) {
    this.cells = cells;
    this.shapes = shapes;
    this.end = end;
    this.width = width;
    this.counts = new int[width][CellShape.values().length];
    this.values = new Map[width];
    this.patterns = new Map[width];
    this.openings = new Map[width];
    this.numbered = new int[width];
    for (int c = 0; c < width; c++) {
      values[c] = new HashMap<>();
      patterns[c] = new HashMap<>();
      openings[c] = new HashMap<>();
    }
    for (int r = 0; r < end; r++) {
      count(r, 1);
    }
  }

  private void count(int row, int by) {
    for (int c = 0; c < Math.min(width, cells[row].length); c++) {
      CellShape shape = shapes[row][c];
      counts[c][shape.ordinal()] += by;
      if (shape != CellShape.EMPTY) {
        values[c].merge(cells[row][c], by, Integer::sum);
        if (shape == CellShape.CODE) {
          patterns[c].merge(pattern(cells[row][c]), by, Integer::sum);
        } else if (shape == CellShape.TEXT) {
          openings[c].merge(opening(cells[row][c]), by, Integer::sum);
          numbered[c] += isNumbered(cells[row][c]) ? by : 0;
        }
      }
    }
  }

  private void lookBelow(int row) {
    while (from <= row && from < end) {
      count(from++, -1);
    }
    while (from > row + 1) {
      count(--from, 1);
    }
  }

  private int count(int column, CellShape shape) {
    return counts[column][shape.ordinal()];
  }

  private int present(int column) {
    int present = 0;
    for (CellShape shape : CellShape.values()) {
      if (shape != CellShape.EMPTY && shape != CellShape.MISSING) {
        present += count(column, shape);
      }
    }
    return present;
  }

  private int filledBelow(int column) {
    return present(column) + count(column, CellShape.MISSING);
  }

  private boolean isTyped(int column) {
    int present = present(column);
    return present > 0 && present - count(column, CellShape.TEXT) >= TYPED * present;
  }

  /** True when the column holds figures, dates or the like below a row. */
  boolean isTyped(int column, int row) {
    lookBelow(row);
    return column < width && isTyped(column);
  }

  /** True when the column holds something else than words for nothing below a row. */
  boolean holdsSomething(int column, int row) {
    lookBelow(row);
    return column < width && present(column) > 0;
  }

  /** Columns in which this row or one below holds something. */
  int usedColumns(int row) {
    lookBelow(row);
    int used = 0;
    for (int c = 0; c < width; c++) {
      boolean here = c < shapes[row].length && shapes[row][c] != CellShape.EMPTY;
      used += here || filledBelow(c) > 0 ? 1 : 0;
    }
    return used;
  }

  /**
   * Columns in which this row or some below hold something. One row among several that goes further
   * than the others is too long, and names no column.
   */
  int sharedColumns(int row) {
    int least = end - row > SEVERAL ? 2 : 1;
    lookBelow(row);
    int shared = 0;
    for (int c = 0; c < width; c++) {
      boolean here = c < shapes[row].length && shapes[row][c] != CellShape.EMPTY;
      shared += here || filledBelow(c) >= least ? 1 : 0;
    }
    return shared;
  }

  int typedColumns(int row) {
    lookBelow(row);
    int typed = 0;
    for (int c = 0; c < width; c++) {
      typed += isTyped(c) ? 1 : 0;
    }
    return typed;
  }

  /** Share of the row's cells that are figures, dates or the like. */
  double typedShare(int row) {
    int typed = 0;
    int filled = 0;
    for (int c = 0; c < Math.min(width, shapes[row].length); c++) {
      CellShape shape = shapes[row][c];
      filled += shape == CellShape.EMPTY ? 0 : 1;
      typed += shape.isTyped() ? 1 : 0;
    }
    return filled == 0 ? 0 : (double) typed / filled;
  }

  /** Cells of text in columns which hold something else below. */
  int textOverTyped(int row) {
    lookBelow(row);
    int over = 0;
    for (int c = 0; c < Math.min(width, shapes[row].length); c++) {
      boolean name = shapes[row][c] == CellShape.TEXT || shapes[row][c] == CellShape.CODE;
      if (isTyped(c)
          && (name || isYear(row, c))
          && values[c].getOrDefault(cells[row][c], 0) == 0
          && !(shapes[row][c] == CellShape.CODE && meetsPattern(c, cells[row][c]))) {
        over++;
      }
    }
    return over;
  }

  /**
   * How much the row differs from what is below another: about -2 for a row of data, 1 for a
   * header.
   */
  double contrast(int row, int above) {
    boolean years = isYearRow(row);
    int repeats = repeats(row, above);
    lookBelow(above);
    double sum = 0;
    int filled = 0;
    Set<String> distinct = new HashSet<>();
    int again = 0;
    for (int c = 0; c < Math.min(width, shapes[row].length); c++) {
      if (shapes[row][c] == CellShape.EMPTY) {
        continue;
      }
      filled++;
      again += distinct.add(cells[row][c]) ? 0 : 1;
      sum += contrast(row, c, years, repeats);
    }
    return filled == 0 ? 0 : (sum - 0.8 * again) / filled;
  }

  private double contrast(int row, int column, boolean years, int repeats) {
    String cell = cells[row][column];
    CellShape shape = shapes[row][column];
    // A header printed again further on does not make its names values.
    int below = values[column].getOrDefault(cell, 0) - repeats;
    boolean known = HeaderWords.knows(cell);
    if (years && shape == CellShape.NUMBER) {
      return isTyped(column) || present(column) == 0 ? 0.8 : 0.4;
    }
    if (shape == CellShape.MISSING && !known) {
      return below > 0 ? -1 : -0.3;
    }
    if (shape.isTyped() && !known) {
      return isTyped(column) || below > 0 ? -1.5 : -0.4;
    }
    if (shape == CellShape.CODE && meetsPattern(column, cell) && !known) {
      // One row below is not enough to know a pattern by.
      return -Math.min(1, (present(column) - 1) / 4.0);
    }
    if (below > 0) {
      return -1.2;
    }
    if (isTyped(column)) {
      return 1;
    }
    double alike = likeness(column, cell);
    if (alike < 0 && !known) {
      return alike;
    }
    double words = known || HeaderWords.looksLikeIdentifier(cell) && cell.length() > 2 ? 0.4 : 0;
    boolean categories = present(column) >= 6 && values[column].size() * 3 <= present(column);
    boolean tooLong = cell.length() > 90;
    return words + Math.max(0, alike) + (categories ? 0.4 : 0) - (tooLong ? 0.6 : 0);
  }

  /** Negative when a text is made as those below are, positive when it differs from them all. */
  private double likeness(int column, String cell) {
    int texts = count(column, CellShape.TEXT);
    if (texts > 0 && numbered[column] >= 0.7 * present(column)) {
      return isNumbered(cell) ? -0.8 : 0.5;
    }
    String opening = opening(cell);
    int same = opening.isEmpty() ? 0 : openings[column].getOrDefault(opening, 0);
    return same * 20 >= present(column) && same > 0 ? -0.6 : 0;
  }

  private static boolean isNumbered(String cell) {
    return cell.charAt(0) >= '0' && cell.charAt(0) <= '9';
  }

  /** The first two words of a text of three words or more, else "". */
  private static String opening(String cell) {
    int first = cell.indexOf(' ');
    int second = first < 0 ? -1 : cell.indexOf(' ', first + 1);
    return second < 0 ? "" : cell.substring(0, second).toLowerCase(Locale.ROOT);
  }

  /** How often rows below say a row again; what stands alone in a row is as well a value. */
  private int repeats(int row, int above) {
    if (width == 1 && cells[row].length > 0 && !HeaderWords.knows(cells[row][0])) {
      return 0;
    }
    int repeats = 0;
    for (int r = above + 1; r < end; r++) {
      repeats += says(r, row) ? 1 : 0;
    }
    return repeats;
  }

  /** True when a row says another again. */
  private boolean says(int again, int row) {
    int names = 0;
    int same = 0;
    int others = 0;
    for (int c = 0; c < Math.min(width, Math.max(cells[row].length, cells[again].length)); c++) {
      String name = c < cells[row].length ? cells[row][c] : "";
      String cell = c < cells[again].length ? cells[again][c] : "";
      names += name.isEmpty() ? 0 : 1;
      if (!cell.isEmpty()) {
        if (name.equals(cell) || RowMarks.sameButYear(name, cell)) {
          same++;
        } else if (++others > 3) {
          return false;
        }
      }
    }
    return RowMarks.isSame(names, same, others);
  }

  /** True when an earlier row has the same cells. */
  boolean isRepeat(int row) {
    for (int r = 0; r < row; r++) {
      if (says(row, r)) {
        return true;
      }
    }
    return false;
  }

  /** True when the row's figures are years in order, which name columns of figures. */
  boolean isYearRow(int row) {
    if (isOrdinalRow(row)) {
      return true;
    }
    int years = 0;
    int previous = 0;
    int ups = 0;
    int downs = 0;
    for (int c = 0; c < Math.min(width, shapes[row].length); c++) {
      if (shapes[row][c].isTyped() && !isYear(row, c)) {
        return false;
      }
      if (isYear(row, c)) {
        int year = Integer.parseInt(cells[row][c]);
        if (years > 0) {
          ups += year >= previous ? 1 : 0;
          downs += year <= previous ? 1 : 0;
        }
        previous = year;
        years++;
      }
    }
    return years >= 1
        && (ups == years - 1 || downs == years - 1)
        && (years >= 2 || textCells(row) >= 2)
        && !yearsBelow(row);
  }

  /** 1, 2, 3…: days, months or ranks that name columns. */
  private boolean isOrdinalRow(int row) {
    int expected = -1;
    int found = 0;
    for (int c = 0; c < Math.min(width, shapes[row].length); c++) {
      if (shapes[row][c].isTyped()) {
        String cell = cells[row][c];
        int value = cell.length() <= 2 && shapes[row][c] == CellShape.NUMBER ? digits(cell) : -1;
        if (value < 0 || found > 0 && value != expected) {
          return false;
        }
        expected = value + 1;
        found++;
      }
    }
    return found >= 4 && !ordinalBelow(row);
  }

  /** True when the next row goes on counting too: then neither is a header. */
  private boolean ordinalBelow(int row) {
    for (int r = row + 1; r < Math.min(end, row + 4); r++) {
      int same = 0;
      int typed = 0;
      for (int c = 0; c < Math.min(shapes[row].length, shapes[r].length); c++) {
        if (shapes[row][c].isTyped()) {
          typed++;
          same += cells[row][c].equals(cells[r][c]) ? 1 : 0;
        }
      }
      if (typed > 0 && same == typed) {
        return true;
      }
    }
    return false;
  }

  private static int digits(String cell) {
    int value = 0;
    for (int i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return -1;
      }
      value = value * 10 + cell.charAt(i) - '0';
    }
    return value;
  }

  private int textCells(int row) {
    int text = 0;
    for (CellShape shape : shapes[row]) {
      text += shape == CellShape.TEXT || shape == CellShape.CODE ? 1 : 0;
    }
    return text;
  }

  /** True when the columns named by a year hold years more than other things. */
  private boolean yearsBelow(int row) {
    lookBelow(row);
    int years = 0;
    int others = 0;
    for (int c = 0; c < Math.min(width, shapes[row].length); c++) {
      if (isYear(row, c)) {
        for (Map.Entry<String, Integer> value : values[c].entrySet()) {
          if (isYear(value.getKey())) {
            years += value.getValue();
          } else {
            others += value.getValue();
          }
        }
      }
    }
    return years > others;
  }

  private boolean isYear(int row, int column) {
    return shapes[row][column] == CellShape.NUMBER && isYear(cells[row][column]);
  }

  static boolean isYear(String cell) {
    if (cell.length() != 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    int year = Integer.parseInt(cell);
    return year >= 1850 && year <= 2100;
  }

  /** A column of long texts, nearly all different: the labels of a form. */
  boolean holdsLabels(int column) {
    if (column >= width) {
      return false;
    }
    lookBelow(-1);
    int present = present(column);
    int text = count(column, CellShape.TEXT);
    if (present < 3 || text < 0.8 * present) {
      return false;
    }
    int distinct = 0;
    int length = 0;
    for (String value : values[column].keySet()) {
      distinct++;
      length += value.length();
    }
    return distinct >= 0.85 * present && length >= 10 * distinct;
  }

  private boolean meetsPattern(int column, String cell) {
    return patterns[column].getOrDefault(pattern(cell), 0) > 0;
  }

  /** The cell with letters as A and digits as 9: "2A004" gives "9A999". */
  private static String pattern(String cell) {
    StringBuilder pattern = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      pattern.append(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'A' : c);
    }
    return pattern.toString();
  }
}
