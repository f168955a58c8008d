package fr.jalon.engine.format;

import java.util.Locale;
import java.util.Set;

/** What a cell looks like at a glance: just enough to tell a name from a value. */
public enum CellShape {
  EMPTY,
  MISSING,
  NUMBER,
  DATE,
  BOOLEAN,
  CODE,
  LINK,
  STRUCTURE,
  TEXT;

  private static final Set<String> MISSING_WORDS =
      Set.of(
          "-",
          "--",
          ".",
          "..",
          "...",
          "/",
          "?",
          "x",
          "nc",
          "n.c",
          "n.c.",
          "nd",
          "n.d.",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "#ref!",
          "#valeur!",
          "#div/0!",
          "nan",
          "null",
          "none",
          "ns",
          "s.o.",
          "so",
          "sans objet",
          "non communiqué",
          "non renseigné",
          "inconnu",
          "néant",
          "ø");
  private static final Set<String> BOOLEAN_WORDS =
      Set.of("oui", "non", "true", "false", "vrai", "faux", "yes", "no");
  private static final Set<String> MONTHS =
      Set.of(
          "jan",
          "janv",
          "janvier",
          "feb",
          "fev",
          "fév",
          "févr",
          "fevr",
          "février",
          "fevrier",
          "mar",
          "mars",
          "apr",
          "avr",
          "avril",
          "may",
          "mai",
          "jun",
          "juin",
          "jul",
          "juil",
          "juillet",
          "aug",
          "aou",
          "août",
          "aout",
          "sep",
          "sept",
          "septembre",
          "oct",
          "octobre",
          "nov",
          "novembre",
          "dec",
          "déc",
          "décembre",
          "decembre");

  /** Characters a blank cell may hold beside white space: no-break spaces, byte-order marks. */
  public static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\ufeff' || c == '\u200b';
  }

  public static String trim(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && isBlank(value.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(start, end);
  }

  /** True for the shapes a column name does not have. */
  public boolean isTyped() {
    return this == NUMBER || this == DATE || this == BOOLEAN || this == LINK || this == STRUCTURE;
  }

  /** The shape of a cell already trimmed. */
  public static CellShape of(String cell) {
    int length = cell.length();
    if (length == 0) {
      return EMPTY;
    }
    char first = cell.charAt(0);
    if (first == '{' || first == '[') {
      return STRUCTURE;
    }
    int digits = 0;
    int letters = 0;
    int spaces = 0;
    int marks = 0;
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (Character.isLetter(c)) {
        letters++;
      } else if (isBlank(c)) {
        spaces++;
      } else {
        marks++;
      }
    }
    if (length <= 14) {
      String lower = cell.toLowerCase(Locale.ROOT);
      if (MISSING_WORDS.contains(lower)) {
        return MISSING;
      }
      if (BOOLEAN_WORDS.contains(lower)) {
        return BOOLEAN;
      }
    }
    if (digits > 0 && letters == 0) {
      return looksLikeDate(cell, digits, marks) ? DATE : NUMBER;
    }
    if (digits > 0 && letters <= 12 && hasMonth(cell)) {
      return DATE;
    }
    if (digits > 0 && looksLikeMeasure(cell, letters)) {
      return NUMBER;
    }
    if (spaces == 0 && isLink(cell)) {
      return LINK;
    }
    if (digits > 0 && spaces == 0 && length <= 40) {
      return digits >= 8 && letters <= 2 && looksLikeTimestamp(cell) ? DATE : CODE;
    }
    return TEXT;
  }

  private static boolean looksLikeDate(String cell, int digits, int marks) {
    if (digits < 4 || digits > 17 || marks < 2) {
      return false;
    }
    int separators = 0;
    char separator = 0;
    for (int i = 1; i < cell.length() && i <= 8; i++) {
      char c = cell.charAt(i);
      if ((c == '/' || c == '-' || c == '.') && (separator == 0 || separator == c)) {
        separator = c;
        separators++;
      }
    }
    return separators >= 2 && (separator != '.' || digits == 8 || digits == 6)
        || separators >= 1 && cell.indexOf(':') > 0
        || cell.length() <= 8 && cell.indexOf(':') > 0 && marks <= 2;
  }

  /** ISO 8601 with its T and Z. */
  private static boolean looksLikeTimestamp(String cell) {
    return cell.length() >= 16 && cell.charAt(4) == '-' && cell.charAt(7) == '-';
  }

  private static boolean hasMonth(String cell) {
    for (String word : cell.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (MONTHS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** A figure followed by its unit: "12 kg", "1 556 280 €", "31 %", "250EUR". */
  private static boolean looksLikeMeasure(String cell, int letters) {
    if (letters > 3) {
      return false;
    }
    char first = cell.charAt(0);
    if (!(first >= '0' && first <= '9') && first != '-' && first != '+') {
      return false;
    }
    int i = cell.length();
    while (i > 0 && !Character.isDigit(cell.charAt(i - 1))) {
      i--;
    }
    for (int at = 0; at < i; at++) {
      if (Character.isLetter(cell.charAt(at))) {
        return false;
      }
    }
    return i < cell.length() && (isBlank(cell.charAt(i)) || letters == 3);
  }

  private static boolean isLink(String cell) {
    int at = cell.indexOf('@');
    return cell.startsWith("http://")
        || cell.startsWith("https://")
        || cell.startsWith("www.")
        || at > 0 && cell.indexOf('.', at) > at;
  }
}
