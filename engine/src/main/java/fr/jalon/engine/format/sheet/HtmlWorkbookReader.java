package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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

  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);

  private final Path work;
  private final Workbook workbook = new Workbook("xls");
  private final Deque<Table> around = new ArrayDeque<>();
  private Reader in = Reader.nullReader();
  private @Nullable Table table;
  private @Nullable String pageName;
  private boolean pageHidden;
  private int tables;

  /** A table while it is read; those inside its cells are tables of their own. */
  private static final class Table {
    private final Sheet sheet;
    private final StringBuilder text = new StringBuilder();

    /** Columns that a cell of a row above takes, each with the last row it does. */
    private final Map<Integer, Long> taken = new HashMap<>();

    private long row;
    private int column;

    /** Columns told of before the rows. */
    private int described;

    private int span;
    private boolean inCell;

    Table(Sheet sheet) {
      this.sheet = sheet;
    }
  }

  HtmlWorkbookReader(Path work) {
    this.work = work;
  }

  Workbook read(Reader page) throws IOException {
    boolean done = false;
    try {
      add(page, null, false);
      done = true;
      return workbook();
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  /**
   * Adds the tables of a page.
   *
   * @param name of its first table's sheet, null to number it
   * @param hidden the page is that of a hidden sheet
   */
  void add(Reader page, @Nullable String name, boolean hidden) throws IOException {
    in = page;
    pageName = name;
    pageHidden = hidden;
    for (int c = in.read(); c >= 0; c = in.read()) {
      Table open = table;
      if (c == '<') {
        tag();
      } else if (open != null && open.inCell) {
        character(open.text, (char) c);
      }
    }
    while (table != null) {
      endTable();
    }
  }

  /** What was read; closed when it holds no table. */
  Workbook workbook() throws IOException {
    if (workbook.sheets().isEmpty()) {
      throw new RefusedException("not-a-table.web-page");
    }
    return workbook;
  }

  void close() throws IOException {
    workbook.close();
  }

  private void character(StringBuilder text, char c) throws IOException {
    if (text.length() >= Limits.CELL_BYTES) {
      throw new RefusedException("cell-too-long", "limit", Limits.CELL_BYTES);
    }
    if (c == '&') {
      entity(text);
    } else if (c > ' ') {
      text.append(c);
    } else if (text.length() > 0 && !endsWithSpace(text)) {
      text.append(' ');
    }
  }

  private static boolean endsWithSpace(StringBuilder text) {
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == '\n';
  }

  private void entity(StringBuilder text) throws IOException {
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
      case "table" -> {
        if (end) {
          endTable();
        } else {
          startTable();
        }
      }
      case "tr" -> {
        Table open = table;
        if (open != null) {
          endCell(open);
          open.row += end ? 0 : 1;
          open.column = 0;
          if (!end && HIDDEN.matcher(tag).find()) {
            open.sheet.hiddenCells.hideRows(open.row, open.row, false);
          }
        }
      }
      case "col" -> {
        Table open = table;
        if (open != null && !end) {
          int span = count(tag, "span");
          if (HIDDEN.matcher(tag).find()) {
            open.sheet.hiddenCells.hideColumns(open.described, open.described + span - 1, false);
          }
          open.described = Math.min(open.described + span, Limits.COLUMNS);
        }
      }
      case "td", "th" -> {
        Table open = table;
        if (open != null) {
          endCell(open);
          if (!end) {
            startCell(open, tag);
          }
        }
      }
      case "br", "p", "div" -> {
        Table open = table;
        if (open != null && open.inCell && open.text.length() > 0 && !endsWithSpace(open.text)) {
          open.text.append('\n');
        }
      }
      default -> {}
    }
  }

  private void startTable() throws IOException {
    Table outer = table;
    if (outer != null) {
      if (around.size() == Limits.XML_DEPTH) {
        throw new RefusedException("xml-too-deep");
      }
      around.push(outer);
    }
    String name = pageName;
    tables++;
    Sheet sheet = new Sheet(name == null ? "Tableau " + tables : name, pageHidden, work);
    pageName = null;
    workbook.add(sheet);
    table = new Table(sheet);
  }

  private void endTable() throws IOException {
    Table ended = table;
    if (ended != null) {
      endCell(ended);
      ended.sheet.finish();
    }
    table = around.poll();
  }

  private static void startCell(Table open, String tag) throws IOException {
    open.row = Math.max(open.row, 1);
    while (open.taken.getOrDefault(open.column, 0L) >= open.row) {
      open.column++;
    }
    if (open.column >= Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    open.span = count(tag, "colspan");
    int down = count(tag, "rowspan");
    if (open.span > 1 || down > 1) {
      open.sheet.merge(
          new Merge(open.row, open.row + down - 1, open.column, open.column + open.span - 1));
    }
    for (int i = 0; i < open.span && down > 1; i++) {
      open.taken.put(open.column + i, open.row + down - 1);
    }
    open.inCell = true;
    open.text.setLength(0);
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

  private static void endCell(Table open) throws IOException {
    if (open.inCell) {
      open.inCell = false;
      open.sheet.startRow(open.row);
      open.sheet.cell(open.column, open.text.toString().strip());
      open.column += open.span;
    }
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
