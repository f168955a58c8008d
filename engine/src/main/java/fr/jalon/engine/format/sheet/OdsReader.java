package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a spreadsheet of OpenDocument (ISO/IEC 26300), whose repeated cells and rows are undone as
 * far as they hold something.
 */
final class OdsReader {
  /** Equal rows one after another that a person may have made; more is a trap. */
  private static final long MAX_FILLED_REPEAT = 100_000;

  static final String MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

  private static final String MANIFEST = "META-INF/manifest.xml";

  /** What the list of parts says of the package as a whole. */
  private static final Pattern ITSELF = Pattern.compile("<[^<>]*\\bfull-path\\s*=\\s*\"/\"[^<>]*>");

  private static final int MAX_TYPE = 200;
  private static final int MAX_MANIFEST = 4 << 20;

  /** How deep in the content the kind of document lies: content, body, spreadsheet. */
  private static final int BODY_DEPTH = 3;

  private static final List<String> NAME_PLACES =
      List.of("table:expression", "table:cell-range-address", "table:base-cell-address");

  private final @Nullable Archive archive;
  private final Path work;
  private final Workbook workbook;
  private final Set<String> hiddenStyles = new HashSet<>();
  private final Set<String> pivotSheets = new HashSet<>();

  private OdsReader(@Nullable Archive archive, Path work, String format) {
    this.archive = archive;
    this.work = work;
    this.workbook = new Workbook(format);
  }

  /**
   * True when the archive holds such a spreadsheet: it says so itself, or its list of parts does,
   * or else its content is one, for those packed again by hand.
   */
  static boolean recognizes(Archive archive) throws IOException {
    String type = text(archive, "mimetype", MAX_TYPE);
    if (type.startsWith("application/")) {
      return type.startsWith(MIMETYPE);
    }
    return archive.has("content.xml")
        && (ITSELF
                .matcher(text(archive, MANIFEST, MAX_MANIFEST))
                .results()
                .anyMatch(isSpreadsheet())
            || holdsSpreadsheet(archive));
  }

  private static Predicate<MatchResult> isSpreadsheet() {
    return entry -> entry.group().contains('"' + MIMETYPE);
  }

  /** The text of a small part, "" when it is not there, too large or damaged. */
  private static String text(Archive archive, String part, int most) throws IOException {
    Archive.Entry entry = archive.find(part);
    if (entry == null || entry.size() > most || entry.encrypted()) {
      return "";
    }
    try {
      return new String(archive.bytes(entry, most), StandardCharsets.ISO_8859_1);
    } catch (RefusedException e) {
      return "";
    }
  }

  private static boolean holdsSpreadsheet(Archive archive) throws IOException {
    Archive.Entry content = archive.find("content.xml");
    if (content == null) {
      return false;
    }
    try (XmlScanner xml = XmlScanner.of(archive.stream(content))) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START
            && xml.depth() == BODY_DEPTH
            && xml.atQualified("office:spreadsheet")) {
          return true;
        }
      }
    } catch (RefusedException e) {
      return false;
    }
    return false;
  }

  /** Reads the package of an ODS. */
  static Workbook read(Archive archive, Path work) throws IOException {
    refuseEncrypted(archive);
    Archive.Entry content = archive.find("content.xml");
    if (content == null) {
      throw new RefusedException("corrupt-workbook");
    }
    try (XmlScanner xml = XmlScanner.of(archive.stream(content))) {
      return new OdsReader(archive, work, "ods").read(xml);
    }
  }

  /** Reads a spreadsheet written as one XML document (FODS). */
  static Workbook read(XmlScanner xml, Path work) throws IOException {
    return new OdsReader(null, work, "fods").read(xml);
  }

  private Workbook read(XmlScanner xml) throws IOException {
    boolean done = false;
    try {
      readContent(xml);
      Archive whole = archive;
      if (whole != null) {
        readBeside(whole);
      }
      for (Sheet sheet : workbook.sheets()) {
        sheet.pivot = pivotSheets.contains(sheet.name);
      }
      done = true;
      return workbook;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private static void refuseEncrypted(Archive archive) throws IOException {
    if (archive.has("encrypted-package")
        || text(archive, MANIFEST, MAX_MANIFEST).contains("encryption-data")) {
      throw new RefusedException("password-protected");
    }
  }

  private void readBeside(Archive whole) throws IOException {
    for (Archive.Entry entry : whole.entries()) {
      String name = entry.name();
      if (name.matches("Object [0-9]+/content\\.xml")) {
        workbook.carries("embedded-objects", 1);
      } else if (name.matches("Basic/[^/]+/(?!script-l[bc]\\.xml).+\\.xml")) {
        workbook.carries("macros", 1);
      }
    }
    Archive.Entry meta = whole.find("meta.xml");
    if (meta == null) {
      return;
    }
    workbook.spare(
        meta.name(),
        part -> {
          try (XmlScanner xml = XmlScanner.of(whole.stream(meta))) {
            for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
              if (event == Event.START) {
                author(xml);
              }
            }
          }
        });
  }

  private void author(XmlScanner xml) throws IOException {
    boolean names = xml.at("creator") || xml.at("initial-creator") || xml.at("printed-by");
    if (names && !xml.elementText().isBlank()) {
      workbook.carries("author", 1);
    }
  }

  private void readContent(XmlScanner xml) throws IOException {
    String style = "";
    for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
      if (event != Event.START) {
        continue;
      }
      if (xml.atQualified("style:style")) {
        String name = xml.attribute("style:name");
        style = name == null ? "" : name;
      } else if (xml.atQualified("style:table-properties")) {
        if ("false".equals(xml.attribute("table:display"))) {
          hiddenStyles.add(style);
        }
      } else if (xml.atQualified("table:table")) {
        readTable(xml);
      } else if (xml.atQualified("table:data-pilot-table")) {
        pivotSheet(xml.attribute("table:target-range-address"));
      } else if (xml.atQualified("table:tracked-changes")) {
        workbook.carries("revisions", children(xml));
      } else if (xml.atQualified("table:named-expression")
          || xml.atQualified("table:named-range")) {
        name(xml);
      } else if (xml.at("database-source-sql")
          || xml.at("database-source-table")
          || xml.at("database-source-query")
          || xml.at("dde-source")) {
        workbook.carries("connections", 1);
      } else {
        author(xml);
      }
    }
    if (workbook.sheets().isEmpty()) {
      throw new RefusedException("corrupt-workbook");
    }
  }

  private static long children(XmlScanner xml) throws IOException {
    long count = 0;
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      count += event == Event.START && xml.depth() == around + 1 ? 1 : 0;
    }
    return count;
  }

  private void name(XmlScanner xml) {
    for (String attribute : NAME_PLACES) {
      String place = xml.attribute(attribute);
      if (place != null && place.contains("file:")) {
        workbook.carries("external-names", 1);
        return;
      }
    }
  }

  private void pivotSheet(@Nullable String address) {
    if (address == null) {
      return;
    }
    int colon = address.lastIndexOf(':');
    String corner = colon < 0 ? address : address.substring(0, colon);
    int point = corner.lastIndexOf('.');
    if (point > 0) {
      pivotSheets.add(corner.substring(0, point).replace("$", "").replaceAll("^'|'$", ""));
    }
  }

  private void readTable(XmlScanner xml) throws IOException {
    String name = xml.attribute("table:name");
    String style = xml.attribute("table:style-name");
    if (name != null && name.startsWith("'file:")) {
      workbook.carries("external-links", 1);
      xml.skipElement();
      return;
    }
    Sheet sheet =
        new Sheet(name == null ? "" : name, style != null && hiddenStyles.contains(style), work);
    workbook.add(sheet);
    new TableScan(sheet, xml, workbook).run();
    sheet.finish();
  }

  /** Reads the rows of one sheet. */
  private static final class TableScan {
    private final Sheet sheet;
    private final XmlScanner xml;
    private final Workbook workbook;
    private final Paragraphs text = new Paragraphs();
    private final PlainNumber plain = PlainNumber.asShown();

    private long row;
    private byte[] rowBytes = new byte[1024];
    private int[] cellColumns = new int[64];
    private int[] cellRepeats = new int[64];
    private int[] cellEnds = new int[64];
    private int cells;
    private int rowLength;
    private int column;

    TableScan(Sheet sheet, XmlScanner xml, Workbook workbook) {
      this.sheet = sheet;
      this.xml = xml;
      this.workbook = workbook;
    }

    void run() throws IOException {
      int around = xml.depth();
      int groups = 0;
      int columns = 0;
      for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
        boolean group = xml.at("table-row-group") || xml.at("table-column-group");
        if (event == Event.END && group) {
          groups--;
        }
        if (event != Event.START) {
          continue;
        }
        if (group) {
          groups++;
        } else if (xml.at("table-row")) {
          row(groups > 0);
        } else if (xml.at("table-column")) {
          int repeat = repeat("table:number-columns-repeated", Limits.COLUMNS);
          if (hidden() != null) {
            sheet.hiddenCells.hideColumns(columns, columns + repeat - 1, groups > 0);
          }
          columns = Math.min(columns + repeat, Limits.COLUMNS);
        } else if (xml.at("shapes")) {
          sheet.chart = true;
          xml.skipElement();
        } else if (xml.at("table-source")) {
          workbook.carries("external-links", 1);
          xml.skipElement();
        } else if (!xml.at("table-rows")
            && !xml.at("table-header-rows")
            && !xml.at("table-columns")
            && !xml.at("table-header-columns")) {
          xml.skipElement();
        }
      }
    }

    /** How the row or column is kept out of sight ("collapse", "filter"), null when it is not. */
    private @Nullable String hidden() {
      String visibility = xml.attribute("table:visibility");
      return visibility == null || visibility.equals("visible") ? null : visibility;
    }

    private int repeat(String attribute, int most) throws IOException {
      String value = xml.attribute(attribute);
      if (value == null || value.isBlank()) {
        return 1;
      }
      try {
        return (int) Math.max(1, Math.min(most, Long.parseLong(value.trim())));
      } catch (NumberFormatException e) {
        throw new RefusedException("corrupt-workbook");
      }
    }

    private void row(boolean grouped) throws IOException {
      int repeat = repeat("table:number-rows-repeated", (int) Limits.ROWS);
      String hidden = hidden();
      int around = xml.depth();
      cells = 0;
      rowLength = 0;
      column = 0;
      for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
        if (event == Event.START) {
          if (xml.at("table-cell")) {
            cell(false);
          } else if (xml.at("covered-table-cell")) {
            cell(true);
          } else {
            xml.skipElement();
          }
        }
      }
      emit(repeat);
      if (hidden != null && hidden.equals("filter")) {
        sheet.hiddenCells.filterRows(row - repeat + 1, row);
      } else if (hidden != null) {
        sheet.hiddenCells.hideRows(row - repeat + 1, row, grouped);
      }
    }

    private void emit(int repeat) throws IOException {
      if (cells == 0) {
        row += repeat;
        return;
      }
      if (repeat > MAX_FILLED_REPEAT) {
        throw new RefusedException("repeat-bomb", "rows", repeat);
      }
      long filled = 0;
      for (int i = 0; i < cells; i++) {
        filled += cellRepeats[i];
      }
      // before they are written out rather than when they no longer fit
      if (filled * repeat > Limits.CELLS) {
        throw new RefusedException("too-many-cells", "cells", Limits.CELLS);
      }
      for (int copy = 0; copy < repeat; copy++) {
        sheet.startRow(++row);
        int start = 0;
        for (int i = 0; i < cells; i++) {
          for (int c = 0; c < cellRepeats[i]; c++) {
            sheet.cell(cellColumns[i] + c, rowBytes, start, cellEnds[i] - start);
          }
          start = cellEnds[i];
        }
      }
    }

    private void cell(boolean covered) throws IOException {
      int repeat = repeat("table:number-columns-repeated", 1 << 20);
      String type = xml.attribute("office:value-type");
      String value = type == null ? null : value(type);
      String string = xml.attribute("office:string-value");
      boolean formula = xml.attributeIndex("table:formula") >= 0;
      sheet.errors += "error".equals(xml.attribute("calcext:value-type")) ? repeat : 0;
      if (!covered) {
        merge();
      }
      boolean anyText = readText();
      if (formula) {
        sheet.formulas++;
        sheet.formulasWithoutValue += type == null && !anyText ? 1 : 0;
      }
      if (!covered) {
        put(repeat, type, value, string, anyText);
      }
      // far beyond the last column it is only known to be too far
      column = Math.min(column + repeat, 2 * Limits.COLUMNS);
    }

    private void put(
        int repeat,
        @Nullable String type,
        @Nullable String value,
        @Nullable String string,
        boolean anyText)
        throws IOException {
      if (value != null && type != null) {
        if (isCode(type, value)) {
          add(repeat, text.bytes(), 0, text.length());
        } else {
          addValue(repeat, type, value);
        }
      } else if (anyText) {
        add(repeat, text.bytes(), 0, text.length());
      } else if (string != null) {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        add(repeat, bytes, 0, bytes.length);
      }
    }

    /** The value as it is kept, null when only what is shown tells it. */
    private @Nullable String value(String type) {
      String value =
          switch (type) {
            case "float", "percentage", "currency" -> xml.attribute("office:value");
            case "date" -> xml.attribute("office:date-value");
            case "time" -> xml.attribute("office:time-value");
            case "boolean" -> xml.attribute("office:boolean-value");
            default -> null;
          };
      return value == null || value.isBlank() ? null : value;
    }

    private void addValue(int repeat, String type, String value) throws IOException {
      String written =
          switch (type) {
            case "date" -> date(value);
            case "time" -> clock(value);
            default -> value;
          };
      byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
      if (type.equals("date") || type.equals("time") || type.equals("boolean")) {
        add(repeat, bytes, 0, bytes.length);
      } else {
        plain.take(bytes, 0, bytes.length);
        add(repeat, plain.bytes(), plain.start(), plain.end() - plain.start());
      }
    }

    /** True when what is shown is the same number with zeros in front: a code, not a quantity. */
    private boolean isCode(String type, String value) {
      if (!type.equals("float") || text.length() < 2) {
        return false;
      }
      byte[] bytes = text.bytes();
      int at = 0;
      while (at < text.length() && (bytes[at] & ~0x20) >= 'A' && (bytes[at] & ~0x20) <= 'Z') {
        at++;
      }
      if (at == text.length() || bytes[at] != '0') {
        return false;
      }
      StringBuilder digits = new StringBuilder();
      int points = 0;
      String shown = new String(bytes, at, text.length() - at, StandardCharsets.UTF_8);
      for (int i = 0; i < shown.length(); i++) {
        char c = shown.charAt(i);
        if (c >= '0' && c <= '9') {
          digits.append(c);
        } else if (c == '.' || c == '/') {
          points++;
        } else if (c != ' ' && c != '-' && c != '\u00a0' && c != '\u202f') {
          return false;
        }
      }
      int zeros = 0;
      while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
        zeros++;
      }
      return points != 1 && zeros > 0 && digits.substring(zeros).equals(value);
    }

    /** Without the parts of seconds that computing leaves, nor midnight. */
    private static String date(String value) {
      String whole = value;
      if (value.indexOf('.') > 0) {
        try {
          LocalDateTime exact = LocalDateTime.parse(value);
          whole = exact.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS).toString();
          whole += whole.length() == 16 ? ":00" : "";
        } catch (DateTimeException e) {
          return value;
        }
      }
      return whole.endsWith("T00:00:00") ? whole.substring(0, whole.length() - 9) : whole;
    }

    /** {@code PT27H17M54S} as 27:17:54. */
    private static String clock(String duration) {
      long seconds = 0;
      long number = 0;
      int decimals = 0;
      boolean up = false;
      for (int i = 0; i < duration.length(); i++) {
        char c = duration.charAt(i);
        if (c >= '0' && c <= '9') {
          if (decimals > 0) {
            up |= decimals++ == 1 && c >= '5';
          } else {
            number = number > 1_000_000_000L ? number : number * 10 + c - '0';
          }
        } else if (c == '.' || c == ',') {
          decimals = 1;
        } else if (c == 'D' || c == 'H' || c == 'M' || c == 'S') {
          seconds += number * (c == 'D' ? 86_400 : c == 'H' ? 3_600 : c == 'M' ? 60 : 1);
          number = 0;
        } else if (c != 'P' && c != 'T') {
          return duration;
        }
      }
      return CellFormat.clock(up ? seconds + 1 : seconds);
    }

    private void merge() throws IOException {
      if (xml.attributeIndex("table:number-columns-spanned") < 0
          && xml.attributeIndex("table:number-rows-spanned") < 0) {
        return;
      }
      int columns = repeat("table:number-columns-spanned", Limits.COLUMNS);
      int rows = repeat("table:number-rows-spanned", (int) Limits.ROWS);
      if (columns > 1 || rows > 1) {
        sheet.merge(new Merge(row + 1, row + rows, column, column + columns - 1));
      }
    }

    /** The paragraphs of the cell, one a line; comments and drawings left out. */
    private boolean readText() throws IOException {
      text.clear();
      int around = xml.depth();
      int paragraphs = 0;
      for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
        if (event != Event.START) {
          continue;
        }
        if (xml.at("p") || xml.at("h")) {
          if (paragraphs++ > 0) {
            text.lineBreak();
          }
          paragraph();
        } else {
          workbook.carries("comments", xml.at("annotation") ? 1 : 0);
          xml.skipElement();
        }
      }
      return text.length() > 0;
    }

    private void paragraph() throws IOException {
      int around = xml.depth();
      text.startParagraph();
      for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
        if (event == Event.TEXT) {
          text.append(xml.textBytes(), xml.textStart(), xml.textEnd());
        } else if (event == Event.START) {
          if (xml.at("s")) {
            text.spaces(repeat("text:c", Limits.CELL_CHARACTERS));
          } else if (xml.at("tab")) {
            text.spaces(1);
          } else if (xml.at("line-break")) {
            text.lineBreak();
          } else if (xml.at("annotation") || xml.at("note")) {
            workbook.carries("comments", 1);
            xml.skipElement();
          }
        }
      }
    }

    private void add(int repeat, byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return;
      }
      if ((long) column + repeat > Limits.COLUMNS) {
        throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
      }
      if (cells == cellColumns.length) {
        cellColumns = Arrays.copyOf(cellColumns, cells * 2);
        cellRepeats = Arrays.copyOf(cellRepeats, cells * 2);
        cellEnds = Arrays.copyOf(cellEnds, cells * 2);
      }
      if (rowLength + length > rowBytes.length) {
        rowBytes = Arrays.copyOf(rowBytes, Math.max(rowBytes.length * 2, rowLength + length));
      }
      System.arraycopy(bytes, offset, rowBytes, rowLength, length);
      rowLength += length;
      cellColumns[cells] = column;
      cellRepeats[cells] = repeat;
      cellEnds[cells++] = rowLength;
    }
  }
}
