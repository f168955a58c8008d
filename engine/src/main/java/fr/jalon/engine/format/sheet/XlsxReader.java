package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook of Office Open XML (ECMA-376, transitional and strict): each sheet once, cell by
 * cell, into text.
 */
final class XlsxReader extends PackagedWorkbook {
  private final Map<Integer, CellFormat> formatsById = new HashMap<>();
  private CellFormat[] styles = {};
  private SharedStrings strings = SharedStrings.none();
  private final @Nullable String[] days = new @Nullable String[100_000];
  private boolean from1904;

  XlsxReader(Parts parts, Path work) {
    super(parts, work, "xlsx");
  }

  @Override
  List<Listed> listSheets(String part) throws IOException {
    List<Listed> listed = new ArrayList<>();
    try (XmlScanner xml = parts.xml(part)) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event != Event.START) {
          continue;
        }
        if (xml.at("sheet")) {
          String state = xml.attribute("state");
          String relation = xml.attributeOfAnyPrefix("id");
          String name = xml.attribute("name");
          listed.add(
              new Listed(
                  name == null ? "" : name,
                  state != null && !state.equals("visible"),
                  relation == null ? "" : relation));
        } else if (xml.at("definedName")) {
          // "[1]" stands for another workbook
          workbook.carries("external-names", xml.elementText().contains("[") ? 1 : 0);
        } else if (xml.at("workbookPr")) {
          from1904 = isTrue(xml.attribute("date1904"));
        }
      }
    }
    return listed;
  }

  @Override
  void readStyles(String part) throws IOException {
    List<CellFormat> cellFormats = new ArrayList<>();
    Map<Integer, String> codes = new HashMap<>();
    boolean inCells = false;
    try (XmlScanner xml = parts.xml(part)) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && xml.at("numFmt")) {
          String code = xml.attribute("formatCode");
          if (code != null) {
            codes.put(number(xml.attribute("numFmtId")), code);
          }
        } else if (event != Event.TEXT && xml.at("cellXfs")) {
          inCells = event == Event.START;
        } else if (event == Event.START && inCells && xml.at("xf")) {
          cellFormats.add(format(number(xml.attribute("numFmtId")), codes));
        }
      }
    }
    styles = cellFormats.toArray(new CellFormat[0]);
  }

  private CellFormat format(int id, Map<Integer, String> codes) {
    String code = codes.get(id);
    return formatsById.computeIfAbsent(
        id, key -> code == null ? CellFormat.builtIn(key) : CellFormat.of(code));
  }

  @Override
  void readStrings(String part) throws IOException {
    try (XmlScanner xml = parts.xml(part)) {
      strings = SharedStrings.read(xml);
    }
  }

  @Override
  void readSheet(Listed listed, String part) throws IOException {
    Sheet sheet = new Sheet(listed.name(), listed.hidden(), work);
    workbook.add(sheet);
    try (XmlScanner xml = parts.xml(part)) {
      new SheetScan(sheet, xml).run();
    }
    for (Parts.Relation relation : relations(part).values()) {
      if (relation.kind().equals("table") && parts.has(relation.target())) {
        workbook.spare(relation.target(), table -> readFilter(sheet, table));
      }
    }
    sheet.finish();
    sheet.part = part;
  }

  /** A range named as a table has its filter in a part of its own. */
  private void readFilter(Sheet sheet, String table) throws IOException {
    try (XmlScanner xml = parts.xml(table)) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && xml.at("autoFilter")) {
          filter(sheet, xml);
        }
      }
    }
  }

  /** A filter that is on has a criterion; without one it only shows its buttons. */
  private static void filter(Sheet sheet, XmlScanner xml) throws IOException {
    String range = xml.attribute("ref");
    Merge merge = range == null ? null : Merge.of(range);
    boolean on = false;
    int around = xml.depth();
    for (Event event = xml.next();
        event != Event.END || xml.depth() >= around;
        event = xml.next()) {
      on |= event == Event.START && xml.at("filterColumn");
    }
    if (on && merge != null) {
      sheet.filter(merge);
    }
  }

  private static boolean isTrue(@Nullable String value) {
    return value != null && (value.equals("1") || value.equals("true"));
  }

  private static int number(@Nullable String value) {
    try {
      return value == null ? 0 : Integer.parseInt(value.trim());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Reads the cells of one sheet. */
  private final class SheetScan {
    private final Sheet sheet;
    private final XmlScanner xml;
    private final RichText text = new RichText();
    private final PlainNumber plain = PlainNumber.asShown();
    private int column = -1;

    SheetScan(Sheet sheet, XmlScanner xml) {
      this.sheet = sheet;
      this.xml = xml;
    }

    void run() throws IOException {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START) {
          start();
        }
      }
    }

    private void start() throws IOException {
      if (xml.at("c")) {
        cell();
      } else if (xml.at("row")) {
        startRow();
      } else if (xml.at("mergeCell")) {
        String range = xml.attribute("ref");
        Merge merge = range == null ? null : Merge.of(range);
        if (merge != null) {
          sheet.merge(merge);
        }
      } else if (xml.at("col")
          && (isTrue(xml.attribute("hidden")) || "0".equals(xml.attribute("width")))) {
        sheet.hiddenCells.hideColumns(
            number(xml.attribute("min")) - 1, number(xml.attribute("max")) - 1, isFolded());
      } else if (xml.at("autoFilter")) {
        filter(sheet, xml);
      } else if (xml.at("customSheetViews")) {
        // what somebody saved as a way to look at the sheet is not how it is now
        xml.skipElement();
      } else if (xml.at("sheetPr") && isTrue(xml.attribute("filterMode"))) {
        sheet.filter();
      }
    }

    private boolean isFolded() {
      return number(xml.attribute("outlineLevel")) > 0;
    }

    private void startRow() throws IOException {
      int at = xml.attributeIndex("r");
      sheet.startRow(isEmpty(at) ? sheet.row() + 1 : digits(xml.valueStart(at), xml.valueEnd(at)));
      column = -1;
      boolean flat = xml.attributeIndex("ht") >= 0 && "0".equals(xml.attribute("ht"));
      if (flat || xml.attributeIndex("hidden") >= 0 && isTrue(xml.attribute("hidden"))) {
        sheet.hideRow(isFolded());
      }
    }

    /** True for an attribute that is not there or says nothing, as some programs write. */
    private boolean isEmpty(int attribute) {
      if (attribute >= 0) {
        for (int i = xml.valueStart(attribute); i < xml.valueEnd(attribute); i++) {
          if (xml.buffer()[i] > ' ' || xml.buffer()[i] < 0) {
            return false;
          }
        }
      }
      return true;
    }

    private long digits(int from, int to) throws IOException {
      byte[] bytes = xml.buffer();
      long value = 0;
      if (from == to || to - from > 10) {
        throw new RefusedException("corrupt-workbook");
      }
      for (int i = from; i < to; i++) {
        if (bytes[i] < '0' || bytes[i] > '9') {
          throw new RefusedException("corrupt-workbook");
        }
        value = value * 10 + bytes[i] - '0';
      }
      return value;
    }

    private void cell() throws IOException {
      if (sheet.row() == 0) {
        throw new RefusedException("corrupt-workbook");
      }
      column = column(xml.attributeIndex("r"));
      int at = xml.attributeIndex("s");
      long style = isEmpty(at) ? 0 : digits(xml.valueStart(at), xml.valueEnd(at));
      int type = type(xml.attributeIndex("t"));
      boolean formula = false;
      boolean value = false;
      text.clear();
      int around = xml.depth();
      for (Event event = xml.next();
          event != Event.END || xml.depth() >= around;
          event = xml.next()) {
        if (event != Event.START) {
          continue;
        }
        if (xml.at("v")) {
          value = true;
          takeText();
        } else if (xml.at("is")) {
          value = true;
          text.read(xml);
        } else {
          formula |= xml.at("f");
          xml.skipElement();
        }
      }
      if (formula) {
        sheet.formulas++;
        boolean empty = text.length() == 0 && type == 'n';
        sheet.formulasWithoutValue += value && !empty ? 0 : 1;
      }
      if (value) {
        put(type, style);
      }
    }

    private int column(int attribute) throws IOException {
      if (attribute < 0) {
        return column + 1;
      }
      byte[] bytes = xml.buffer();
      int found = 0;
      int i = xml.valueStart(attribute);
      int end = xml.valueEnd(attribute);
      while (i < end && letter(bytes[i]) > 0) {
        found = found * 26 + letter(bytes[i++]);
        if (found > Limits.COLUMNS) {
          throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
        }
      }
      return found == 0 ? column + 1 : found - 1;
    }

    private static int letter(byte b) {
      int upper = b & ~0x20;
      return upper >= 'A' && upper <= 'Z' && b >= 'A' ? upper - 'A' + 1 : 0;
    }

    /** The first letter of the cell's type, with {@code i} for inline and {@code t} for text. */
    private int type(int attribute) {
      if (isEmpty(attribute)) {
        return 'n';
      }
      byte[] bytes = xml.buffer();
      int start = xml.valueStart(attribute);
      int length = xml.valueEnd(attribute) - start;
      return length > 1 && bytes[start] == 's' ? 't' : bytes[start];
    }

    private void takeText() throws IOException {
      int around = xml.depth();
      for (Event event = xml.next();
          event != Event.END || xml.depth() >= around;
          event = xml.next()) {
        if (event == Event.TEXT) {
          text.append(xml.textBytes(), xml.textStart(), xml.textEnd());
        }
      }
    }

    private void put(int type, long style) throws IOException {
      switch (type) {
        case 's' -> shared();
        case 't' -> {
          text.unescape();
          sheet.cell(column, text.bytes(), 0, text.length());
        }
        case 'b' -> {
          if (text.length() > 0) {
            sheet.cell(column, text.bytes()[0] == '0' ? "false" : "true");
          }
        }
        case 'n' -> numeric(style);
        case 'd' -> {
          String date = new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
          sheet.cell(column, date.replaceFirst("T00:00:00(\\.0+)?Z?$", ""));
        }
        case 'e' -> {
          sheet.errors++;
          sheet.cell(column, text.bytes(), 0, text.length());
        }
        default -> sheet.cell(column, text.bytes(), 0, text.length());
      }
    }

    private void shared() throws IOException {
      if (text.length() == 0) {
        return;
      }
      int index = 0;
      for (int i = 0; i < text.length(); i++) {
        if (text.bytes()[i] <= ' ' && text.bytes()[i] >= 0) {
          continue;
        }
        int digit = text.bytes()[i] - '0';
        if (digit < 0 || digit > 9 || index > 100_000_000) {
          throw new RefusedException("corrupt-workbook");
        }
        index = index * 10 + digit;
      }
      if (index >= strings.count()) {
        throw new RefusedException("corrupt-workbook");
      }
      sheet.wellFormed(column, strings.page(index), strings.offset(index), strings.length(index));
    }

    private void numeric(long style) throws IOException {
      if (text.length() == 0) {
        return;
      }
      CellFormat format = CellFormat.GENERAL;
      if (style < styles.length) {
        format = styles[(int) style];
      } else if (style > 0) {
        sheet.lostStyles++;
      }
      if (!plain.take(text.bytes(), 0, text.length())) {
        sheet.cell(column, text.bytes(), 0, text.length());
      } else if (format.isPlain()) {
        sheet.wellFormed(column, plain.bytes(), plain.start(), plain.end() - plain.start());
      } else if (format.kind() == CellFormat.Kind.DATE && day(plain) >= 0) {
        sheet.cell(column, date(format, day(plain)));
      } else {
        sheet.cell(column, format.text(plain.value(), from1904));
      }
    }

    /** The whole number of at most five digits, -1 when it is something else. */
    private int day(PlainNumber number) {
      int length = number.end() - number.start();
      int day = 0;
      for (int i = number.start(); i < number.end(); i++) {
        int digit = number.bytes()[i] - '0';
        if (digit < 0 || digit > 9 || length > 5) {
          return -1;
        }
        day = day * 10 + digit;
      }
      return day;
    }

    /** Dates come back thousands of times: each is written once. */
    private String date(CellFormat format, int day) {
      String known = days[day];
      if (known == null) {
        known = format.text(day, from1904);
        days[day] = known;
      }
      return known;
    }
  }
}
