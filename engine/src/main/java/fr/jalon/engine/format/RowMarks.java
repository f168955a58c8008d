package fr.jalon.engine.format;

import java.util.List;
import java.util.regex.Pattern;

/** What marks a row as a note, a total, a line of units or the header said again. */
final class RowMarks {
  private static final Pattern NOTE_MARK =
      Pattern.compile(
          "(?i)^(\\*|\\(\\*|\\(?\\d\\)\\s|sources?\\b|notes?\\b|nota\\b|n\\.?b\\.?\\s*:|champs?\\s*:|lecture\\s*:"
              + "|légende|legende|quelle|remarque|observations?\\s*:|mise à jour|maj\\s*:|©|licence\\b"
              + "|données\\b.*:|page \\d)");
  private static final Pattern TOTAL_MARK =
      Pattern.compile("(?i)^(sous[- ]?total|totaux|total|totale|grand total|ensemble)\\b.{0,60}");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?i)\\(?(en )?(k?€|m€|euros?|milliers d'euros|%|‰|pourcentage|m|m²|m2|m3|m³|km|km²|km2|ha|hectares?"
              + "|mètres?|metres?|cm|mm|kg|g|t|tonnes?|l|litres?|kw|kwh|mwh|gwh|mw|h|heures?|min|minutes?"
              + "|jours?|ans?|années?|nb|nbre|nombre|habitants?|hab|unités?|°c|°|€ ?(ht|ttc)|µg/m3|µg/m³"
              + "|db|km/h|texte|date|entier|décimal|jj/mm/aaaa|aaaa-mm-jj|aaaa)\\)?");

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
  private static final int YEAR_LENGTH = 4;

  private RowMarks() {}

  /**
   * True for a row that explains the table rather than belongs to it; asked from the last row up.
   *
   * @param usual cells a row of the table usually fills
   */
  static boolean isNote(GridRow row, int usual, boolean afterBlank) {
    List<String> texts =
        row.cells().stream().map(CellShape::trim).filter(cell -> !cell.isEmpty()).toList();
    if (texts.size() > 2 || texts.size() >= usual || isTotal(row)) {
      return false;
    }
    String first = texts.get(0);
    if (texts.size() == 1 && usual >= 3 && TOTAL_MARK.matcher(first).matches()) {
      return true;
    }
    if (isNoteMark(first)) {
      return true;
    }
    if (usual < 3 || texts.stream().noneMatch(text -> CellShape.of(text) == CellShape.TEXT)) {
      return false;
    }
    boolean talks = texts.stream().anyMatch(text -> text.length() > 30 || text.endsWith(":"));
    boolean narrow = row.cells().size() <= 2 && usual >= 4;
    if (texts.size() == 2) {
      return usual >= 5 && (talks || narrow);
    }
    boolean inFront =
        !CellShape.trim(row.cell(0)).isEmpty() || !CellShape.trim(row.cell(1)).isEmpty();
    return inFront && (talks || afterBlank || narrow);
  }

  /** True for a text that begins like a note: "Source : …", "* …". */
  static boolean isNoteMark(String text) {
    return NOTE_MARK.matcher(text).lookingAt() || text.startsWith("****");
  }

  /** True for a row of one text and nothing else. */
  static boolean isGroup(GridRow row) {
    int filled = 0;
    for (String cell : row.cells()) {
      CellShape shape = CellShape.of(CellShape.trim(cell));
      filled += shape == CellShape.EMPTY ? 0 : 1;
      if (filled > 1 || shape.isTyped()) {
        return false;
      }
    }
    return filled == 1;
  }

  /** True for a row that says "total" and has a figure after it. */
  static boolean isTotal(GridRow row) {
    for (int c = 0; c < Math.min(4, row.cells().size()); c++) {
      String cell = CellShape.trim(row.cell(c));
      if (!cell.isEmpty()) {
        return TOTAL_MARK.matcher(cell).matches() && filledAfter(row, c);
      }
    }
    return false;
  }

  private static boolean filledAfter(GridRow row, int column) {
    for (int c = column + 1; c < row.cells().size(); c++) {
      CellShape shape = CellShape.of(CellShape.trim(row.cell(c)));
      if (shape == CellShape.NUMBER) {
        return true;
      }
    }
    return false;
  }

  /** True for the name of a unit or of a type: "€", "(en m²)", "jj/mm/aaaa". */
  static boolean isUnit(String cell) {
    return UNIT.matcher(cell).matches();
  }

  /** True when a row says the header again, perhaps with a few names missing. */
  static boolean sameCells(List<String> header, GridRow row) {
    int names = 0;
    int same = 0;
    int others = 0;
    for (int c = 0; c < Math.max(header.size(), row.cells().size()); c++) {
      String name = c < header.size() ? CellShape.trim(header.get(c)) : "";
      String cell = CellShape.trim(row.cell(c));
      names += name.isEmpty() ? 0 : 1;
      if (!cell.isEmpty()) {
        if (name.equalsIgnoreCase(cell)) {
          same++;
        } else {
          others++;
        }
      }
    }
    return isSame(names, same, others);
  }

  /** True for words that differ by the year they tell: "Année 2022" and "Année 2023". */
  static boolean sameButYear(String one, String other) {
    if (one.length() <= YEAR_LENGTH || one.length() != other.length()) {
      return false;
    }
    int at = 0;
    while (at < one.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at < one.length()
        && Character.isDigit(one.charAt(at))
        && Character.isDigit(other.charAt(at))
        && YEAR.matcher(one).replaceAll("").equals(YEAR.matcher(other).replaceAll(""));
  }

  /** Most names are there, and next to nothing else. */
  static boolean isSame(int names, int same, int others) {
    return same == names && same > 0 && others == 0
        || same >= 2 && same >= 0.66 * names && others == 0
        || same >= 3 && (others == 0 || same >= 0.7 * names && others <= 0.1 * names);
  }
}
