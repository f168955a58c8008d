package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.PlainNumber;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
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
final class XlsxReader {
  private final Archive archive;
  private final Path work;
  private final Workbook workbook = new Workbook("xlsx");
  private final Map<Integer, CellFormat> formatsById = new HashMap<>();
  private CellFormat[] styles = {};
  private SharedStrings strings = SharedStrings.none();
  private final @Nullable String[] days = new @Nullable String[100_000];
  private boolean from1904;

  XlsxReader(Archive archive, Path work) {
    this.archive = archive;
    this.work = work;
  }

  /** True when the archive holds such a workbook. */
  static boolean recognizes(Archive archive) {
    return archive.has("xl/workbook.xml")
        || archive.has("xl/workbook.bin")
        || (archive.has("[Content_Types].xml")
            && archive.entries().stream().anyMatch(e -> e.name().endsWith("workbook.xml")));
  }

  Workbook read() throws IOException {
    boolean done = false;
    try {
      readAll();
      done = true;
      return workbook;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private void readAll() throws IOException {
    String main = mainPart();
    Map<String, Relation> relations = relations(main);
    List<Listed> listed = listSheets(main);
    for (Relation relation : relations.values()) {
      switch (relation.kind()) {
        case "styles" -> readStyles(relation.target());
        case "sharedStrings" -> readStrings(relation.target());
        case "vbaProject" -> workbook.macros = true;
        case "externalLink" -> workbook.externalLinks++;
        default -> {}
      }
    }
    workbook.author = hasAuthor();
    for (Listed sheet : listed) {
      Relation relation = relations.get(sheet.relation());
      if (relation != null && relation.kind().equals("worksheet")) {
        readSheet(sheet, relation.target());
      }
    }
    if (workbook.sheets().isEmpty()) {
      throw new RefusedException("corrupt-workbook");
    }
  }

  private String mainPart() throws IOException {
    for (Relation relation : relations("").values()) {
      if (relation.kind().equals("officeDocument")) {
        if (relation.target().endsWith(".bin")) {
          throw new RefusedException("workbook-binary");
        }
        if (archive.has(relation.target())) {
          return relation.target();
        }
      }
    }
    if (archive.has("xl/workbook.bin")) {
      throw new RefusedException("workbook-binary");
    }
    if (!archive.has("xl/workbook.xml")) {
      throw new RefusedException("corrupt-workbook");
    }
    return "xl/workbook.xml";
  }

  private record Listed(String name, boolean hidden, String relation) {}

  private record Relation(String kind, String target) {}

  private List<Listed> listSheets(String part) throws IOException {
    List<Listed> listed = new ArrayList<>();
    try (XmlScanner xml = open(part)) {
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
        } else if (xml.at("workbookPr")) {
          from1904 = isTrue(xml.attribute("date1904"));
        }
      }
    }
    return listed;
  }

  /** The parts a part points to, by identifier; {@code ""} is the package itself. */
  private Map<String, Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = slash < 0 ? "" : part.substring(0, slash + 1);
    Archive.Entry entry = archive.find(folder + "_rels/" + part.substring(slash + 1) + ".rels");
    Map<String, Relation> relations = new HashMap<>();
    if (entry == null) {
      return relations;
    }
    try (XmlScanner xml = XmlScanner.of(archive.stream(entry))) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && xml.at("Relationship")) {
          String id = xml.attribute("Id");
          String type = xml.attribute("Type");
          String target = xml.attribute("Target");
          if (id != null && type != null && target != null) {
            String kind = type.substring(type.lastIndexOf('/') + 1);
            relations.put(id, new Relation(kind, resolve(folder, target)));
          }
        }
      }
    }
    return relations;
  }

  private static String resolve(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    String base = folder;
    String rest = target;
    while (rest.startsWith("../")) {
      rest = rest.substring(3);
      int slash = base.lastIndexOf('/', base.length() - 2);
      base = slash < 0 ? "" : base.substring(0, slash + 1);
    }
    return base + (rest.startsWith("./") ? rest.substring(2) : rest);
  }

  private void readStyles(String part) throws IOException {
    if (!archive.has(part)) {
      return;
    }
    List<CellFormat> cellFormats = new ArrayList<>();
    Map<Integer, String> codes = new HashMap<>();
    boolean inCells = false;
    try (XmlScanner xml = open(part)) {
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

  private void readStrings(String part) throws IOException {
    if (archive.has(part)) {
      try (XmlScanner xml = open(part)) {
        strings = SharedStrings.read(xml);
      }
    }
  }

  private void readSheet(Listed listed, String part) throws IOException {
    Sheet sheet = new Sheet(listed.name(), listed.hidden(), work);
    workbook.add(sheet);
    try (XmlScanner xml = open(part)) {
      new SheetScan(sheet, xml).run();
    }
    for (Relation relation : relations(part).values()) {
      if (relation.kind().equals("pivotTable")) {
        sheet.pivot = true;
      } else if (relation.kind().equals("comments") && archive.has(relation.target())) {
        sheet.comments += countComments(relation.target());
      }
    }
  }

  private long countComments(String part) throws IOException {
    long count = 0;
    try (XmlScanner xml = open(part)) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && xml.at("comment")) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean hasAuthor() throws IOException {
    if (!archive.has("docProps/core.xml")) {
      return false;
    }
    boolean author = false;
    try (XmlScanner xml = open("docProps/core.xml")) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && (xml.at("creator") || xml.at("lastModifiedBy"))) {
          author |= !xml.elementText().isBlank();
        }
      }
    }
    return author;
  }

  private XmlScanner open(String part) throws IOException {
    Archive.Entry entry = archive.find(part);
    if (entry == null) {
      throw new RefusedException("corrupt-workbook");
    }
    return XmlScanner.of(archive.stream(entry));
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
    private final PlainNumber plain = new PlainNumber();
    private long row;
    private int column;

    SheetScan(Sheet sheet, XmlScanner xml) {
      this.sheet = sheet;
      this.xml = xml;
    }

    void run() throws IOException {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START) {
          start();
        } else if (event == Event.END && xml.at("row")) {
          sheet.rows.endRow(row);
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
      } else if (xml.at("col") && isTrue(xml.attribute("hidden"))) {
        int from = number(xml.attribute("min"));
        int to = Math.min(number(xml.attribute("max")), Limits.COLUMNS);
        // a tail of hidden columns up to the last is how people tidy the view
        if (to >= from && to < Limits.COLUMNS) {
          sheet.hiddenColumns += to - from + 1;
        }
      }
    }

    private void startRow() throws IOException {
      int at = xml.attributeIndex("r");
      long next = at < 0 ? row + 1 : digits(xml.valueStart(at), xml.valueEnd(at));
      if (next <= row || next > Limits.ROWS) {
        throw new RefusedException("corrupt-workbook");
      }
      row = next;
      column = -1;
      if (isTrue(xml.attribute("hidden"))) {
        sheet.hiddenRows++;
      }
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
      column = column(xml.attributeIndex("r"));
      int at = xml.attributeIndex("s");
      long style = at < 0 ? 0 : digits(xml.valueStart(at), xml.valueEnd(at));
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
        sheet.formulasWithoutValue += value ? 0 : 1;
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
      while (i < end && bytes[i] >= 'A' && bytes[i] <= 'Z') {
        found = found * 26 + bytes[i++] - 'A' + 1;
        if (found > Limits.COLUMNS) {
          throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
        }
      }
      if (found - 1 <= column) {
        throw new RefusedException("corrupt-workbook");
      }
      return found - 1;
    }

    /** The first letter of the cell's type, with {@code i} for inline and {@code t} for text. */
    private int type(int attribute) {
      if (attribute < 0) {
        return 'n';
      }
      byte[] bytes = xml.buffer();
      int start = xml.valueStart(attribute);
      int length = xml.valueEnd(attribute) - start;
      if (length == 0) {
        return 'n';
      }
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
        case 'b' ->
            sheet.cell(column, text.length() > 0 && text.bytes()[0] == '0' ? "false" : "true");
        case 'n' -> numeric(style);
        default -> sheet.cell(column, text.bytes(), 0, text.length());
      }
    }

    private void shared() throws IOException {
      if (text.length() == 0) {
        return;
      }
      int index = 0;
      for (int i = 0; i < text.length(); i++) {
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
      CellFormat format = style < styles.length ? styles[(int) style] : CellFormat.GENERAL;
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
