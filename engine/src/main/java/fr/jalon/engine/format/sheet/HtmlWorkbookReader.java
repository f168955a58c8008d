package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a web page that business software exports under the name of an XLS: each
 * table is a sheet. Forgiving, as browsers are: tags may be left open.
 */
final class HtmlWorkbookReader {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", "\u00a0"),
          Map.entry("euro", "€"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("ecirc", "ê"),
          Map.entry("euml", "ë"),
          Map.entry("agrave", "à"),
          Map.entry("acirc", "â"),
          Map.entry("ccedil", "ç"),
          Map.entry("icirc", "î"),
          Map.entry("iuml", "ï"),
          Map.entry("ocirc", "ô"),
          Map.entry("ugrave", "ù"),
          Map.entry("ucirc", "û"),
          Map.entry("Eacute", "É"),
          Map.entry("Egrave", "È"),
          Map.entry("Agrave", "À"),
          Map.entry("Ccedil", "Ç"),
          Map.entry("deg", "°"),
          Map.entry("rsquo", "’"),
          Map.entry("ndash", "–"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"));

  private final Reader in;
  private final Path work;
  private final Workbook workbook = new Workbook("xls");
  private final StringBuilder text = new StringBuilder();

  private @Nullable Sheet sheet;
  private int tables;
  private long row;
  private int column;
  private int span;
  private boolean inCell;

  /** Columns that a cell of a row above takes, each with the last row it does. */
  private final Map<Integer, Long> taken = new HashMap<>();

  HtmlWorkbookReader(Reader in, Path work) {
    this.in = in;
    this.work = work;
  }

  Workbook read() throws IOException {
    boolean done = false;
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '<') {
          tag();
        } else if (inCell) {
          character((char) c);
        }
      }
      endRow();
      if (workbook.sheets().isEmpty()) {
        throw new RefusedException("not-a-table.web-page");
      }
      done = true;
      return workbook;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private void character(char c) throws IOException {
    if (text.length() >= Limits.CELL_BYTES) {
      throw new RefusedException("cell-too-long", "limit", Limits.CELL_BYTES);
    }
    if (c == '&') {
      entity();
    } else if (c > ' ') {
      text.append(c);
    } else if (text.length() > 0 && !endsWithSpace()) {
      text.append(' ');
    }
  }

  private boolean endsWithSpace() {
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == '\n';
  }

  private void entity() throws IOException {
    StringBuilder name = new StringBuilder();
    int c = in.read();
    while (c >= 0 && name.length() < 10 && (Character.isLetterOrDigit(c) || c == '#')) {
      name.append((char) c);
      c = in.read();
    }
    String known = c == ';' ? character(name.toString()) : null;
    text.append(known == null ? "&" + name : known);
    if (c == '<') {
      tag();
    } else if (c >= 0 && known == null) {
      text.append((char) c);
    }
  }

  private static @Nullable String character(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.get(name);
    }
    try {
      boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
      int code =
          hexadecimal
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(code) && code > 0 ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Reads a tag, a comment or a declaration, its {@code <} already read. */
  private void tag() throws IOException {
    StringBuilder tag = new StringBuilder();
    int quote = 0;
    for (int c = in.read(); c >= 0 && (c != '>' || quote != 0); c = in.read()) {
      if (tag.length() < 4_096) {
        tag.append((char) c);
      }
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (tag.length() > 1 && (c == '"' || c == '\'') && endsWithEqual(tag)) {
        quote = c;
      }
      if (tag.length() == 3 && tag.toString().equals("!--")) {
        skipPast("-->");
        return;
      }
    }
    String whole = tag.toString();
    String name = whole.split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
    boolean end = whole.startsWith("/");
    element(end ? whole.substring(1).strip().toLowerCase(Locale.ROOT) : name, end, whole);
  }

  private static boolean endsWithEqual(StringBuilder tag) {
    int at = tag.length() - 2;
    while (at > 0 && tag.charAt(at) == ' ') {
      at--;
    }
    return tag.charAt(at) == '=';
  }

  private void element(String name, boolean end, String tag) throws IOException {
    switch (name) {
      case "script", "style" -> {
        if (!end) {
          skipPast("</" + name);
          skipPast(">");
        }
      }
      case "table" -> table(end);
      case "tr" -> {
        endRow();
        if (!end && sheet != null) {
          row++;
          column = 0;
        }
      }
      case "td", "th" -> {
        endCell();
        if (!end && sheet != null) {
          startCell(tag);
        }
      }
      case "br", "p", "div" -> {
        if (inCell && text.length() > 0 && !endsWithSpace()) {
          text.append('\n');
        }
      }
      default -> {}
    }
  }

  private void table(boolean end) throws IOException {
    endRow();
    if (end) {
      sheet = null;
      return;
    }
    Sheet next = new Sheet("Tableau " + ++tables, false, work);
    workbook.add(next);
    sheet = next;
    row = 0;
    taken.clear();
  }

  private void startCell(String tag) {
    row = Math.max(row, 1);
    while (taken.getOrDefault(column, 0L) >= row) {
      column++;
    }
    span = count(tag, "colspan");
    int down = count(tag, "rowspan");
    Sheet open = sheet;
    if (open != null && (span > 1 || down > 1)) {
      open.merge(new Merge(row, row + down - 1, column, column + span - 1));
    }
    for (int i = 0; i < span && down > 1; i++) {
      taken.put(column + i, row + down - 1);
    }
    inCell = true;
    text.setLength(0);
  }

  private static int count(String tag, String attribute) {
    int at = tag.toLowerCase(Locale.ROOT).indexOf(attribute);
    if (at < 0) {
      return 1;
    }
    String digits = tag.substring(at + attribute.length()).replaceFirst("^[\\s=\"']*", "");
    int end = 0;
    while (end < digits.length() && end < 4 && Character.isDigit(digits.charAt(end))) {
      end++;
    }
    return end == 0 ? 1 : Math.max(1, Integer.parseInt(digits.substring(0, end)));
  }

  private void endCell() throws IOException {
    Sheet open = sheet;
    if (!inCell || open == null) {
      return;
    }
    inCell = false;
    open.cell(column, text.toString().strip());
    column += span;
  }

  private void endRow() throws IOException {
    endCell();
    Sheet open = sheet;
    if (open != null && row > open.rows.lastRow()) {
      open.rows.endRow(row);
    }
    column = 0;
  }

  private void skipPast(String wanted) throws IOException {
    int matched = 0;
    for (int c = in.read(); c >= 0; c = in.read()) {
      int lower = Character.toLowerCase(c);
      if (lower == wanted.charAt(matched)) {
        if (++matched == wanted.length()) {
          return;
        }
      } else if (!(c == '-' && matched == 2 && wanted.equals("-->"))) {
        matched = lower == wanted.charAt(0) ? 1 : 0;
      }
    }
  }
}
