package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a binary workbook of Excel since 2007 (MS-XLSB): the package of an XLSX whose parts are
 * records instead of XML.
 */
final class XlsbReader {
  private static final int ROW = 0;
  private static final int CELL_RK = 2;
  private static final int CELL_ERROR = 3;
  private static final int CELL_BOOL = 4;
  private static final int CELL_REAL = 5;
  private static final int CELL_TEXT = 6;
  private static final int CELL_SHARED = 7;
  private static final int FORMULA_TEXT = 8;
  private static final int FORMULA_REAL = 9;
  private static final int FORMULA_BOOL = 10;
  private static final int FORMULA_ERROR = 11;
  private static final int SHARED_ITEM = 19;
  private static final int FORMAT = 44;
  private static final int STYLE = 47;
  private static final int COLUMNS = 60;
  private static final int CELL_RICH = 62;
  private static final int WORKBOOK_PROPERTIES = 153;
  private static final int LISTED_SHEET = 156;
  private static final int FILTER = 161;
  private static final int FILTER_COLUMN = 163;
  private static final int MERGE = 176;
  private static final int STYLES_BEGIN = 617;
  private static final int STYLES_END = 618;

  private static final int FROM_1904 = 1;
  private static final int HIDDEN_COLUMN = 1;
  private static final int HIDDEN_ROW = 0x10;
  private static final int ROW_LEVEL = 0x07;
  private static final int COLUMN_LEVEL = 0x0700;

  private final Parts parts;
  private final Path work;
  private final Workbook workbook = new Workbook("xlsb");
  private final CellStyles styles = new CellStyles();
  private SharedStrings strings = SharedStrings.none();
  private @Nullable Merge filter;

  private record Listed(String name, boolean hidden, String relation) {}

  XlsbReader(Parts parts, Path work) {
    this.parts = parts;
    this.work = work;
  }

  Workbook read(String main) throws IOException {
    boolean done = false;
    try {
      readAll(main);
      done = true;
      return workbook;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private void readAll(String main) throws IOException {
    Map<String, Parts.Relation> relations = parts.relations(main);
    List<Listed> listed = listSheets(main);
    for (Parts.Relation relation : relations.values()) {
      if (parts.has(relation.target())) {
        switch (relation.kind()) {
          case "styles" -> readStyles(relation.target());
          case "sharedStrings" -> strings = readStrings(relation.target());
          default -> {}
        }
      }
    }
    for (Listed sheet : listed) {
      Parts.Relation relation = relations.get(sheet.relation());
      if (relation == null) {
        continue;
      }
      switch (relation.kind()) {
        case "worksheet" -> readSheet(sheet, relation.target());
        case "chartsheet" -> {
          Sheet drawn = new Sheet(sheet.name(), sheet.hidden(), work);
          drawn.chart = true;
          workbook.add(drawn);
        }
        case "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet" -> workbook.carries("macros", 1);
        default -> {}
      }
    }
    if (workbook.sheets().isEmpty()) {
      throw new RefusedException("corrupt-workbook");
    }
    new Beside(parts, workbook).read(relations);
  }

  private BinaryRecords open(String part) throws IOException {
    return new BinaryRecords(parts.stream(part));
  }

  private List<Listed> listSheets(String part) throws IOException {
    List<Listed> listed = new ArrayList<>();
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        if (records.kind() == LISTED_SHEET) {
          String relation = records.text(8);
          String name = records.text(records.afterText(8));
          listed.add(new Listed(name, records.i32(0) != 0, relation));
        } else if (records.kind() == WORKBOOK_PROPERTIES && (records.u8(0) & FROM_1904) != 0) {
          styles.countFrom1904();
        }
      }
    }
    return listed;
  }

  private void readStyles(String part) throws IOException {
    boolean inCells = false;
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        switch (records.kind()) {
          case FORMAT -> styles.code(records.u16(0), records.text(2));
          case STYLES_BEGIN -> inCells = true;
          case STYLES_END -> inCells = false;
          case STYLE -> {
            if (inCells) {
              styles.style(records.u16(2));
            }
          }
          default -> {}
        }
      }
    }
  }

  private SharedStrings readStrings(String part) throws IOException {
    SharedStrings read = new SharedStrings();
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        if (records.kind() == SHARED_ITEM) {
          byte[] text = records.text(1).getBytes(StandardCharsets.UTF_8);
          read.add(text, text.length);
        }
      }
    }
    return read;
  }

  private void readSheet(Listed listed, String part) throws IOException {
    Sheet sheet = new Sheet(listed.name(), listed.hidden(), work);
    workbook.add(sheet);
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        read(sheet, records);
      }
    }
    sheet.finish();
    sheet.part = part;
  }

  private void read(Sheet sheet, BinaryRecords records) throws IOException {
    switch (records.kind()) {
      case ROW -> {
        sheet.startRow(records.count(0) + 1L);
        int flags = records.u8(11);
        if ((flags & HIDDEN_ROW) != 0) {
          sheet.hideRow((flags & ROW_LEVEL) != 0);
        }
      }
      case CELL_RK -> number(sheet, records, BiffReader.packed(records.i32(8)));
      case CELL_REAL -> number(sheet, records, records.f64(8));
      case CELL_BOOL -> put(sheet, records, Boolean.toString(records.u8(8) != 0));
      case CELL_ERROR -> error(sheet, records);
      case CELL_TEXT -> put(sheet, records, records.text(8));
      case CELL_RICH -> put(sheet, records, records.text(9));
      case CELL_SHARED -> shared(sheet, records);
      case FORMULA_TEXT -> {
        sheet.formulas++;
        put(sheet, records, records.text(8));
      }
      case FORMULA_REAL -> {
        sheet.formulas++;
        number(sheet, records, records.f64(8));
      }
      case FORMULA_BOOL -> {
        sheet.formulas++;
        put(sheet, records, Boolean.toString(records.u8(8) != 0));
      }
      case FORMULA_ERROR -> {
        sheet.formulas++;
        error(sheet, records);
      }
      case COLUMNS -> {
        int flags = records.u16(16);
        if ((flags & HIDDEN_COLUMN) != 0) {
          sheet.hiddenCells.hideColumns(
              records.count(0), records.count(4), (flags & COLUMN_LEVEL) != 0);
        }
      }
      case MERGE -> {
        Merge merge = range(records, 0);
        if (merge != null) {
          sheet.merge(merge);
        }
      }
      case FILTER -> filter = range(records, 0);
      case FILTER_COLUMN -> {
        Merge on = filter;
        if (on != null) {
          sheet.filter(on);
          filter = null;
        }
      }
      default -> {}
    }
  }

  private void number(Sheet sheet, BinaryRecords records, double value) throws IOException {
    put(sheet, records, styles.text(value, records.u24(4)));
  }

  private void error(Sheet sheet, BinaryRecords records) throws IOException {
    sheet.errors++;
    put(sheet, records, BiffReader.error((byte) records.u8(8)));
  }

  private void shared(Sheet sheet, BinaryRecords records) throws IOException {
    int index = records.count(8);
    if (index >= strings.count()) {
      throw new RefusedException("corrupt-workbook");
    }
    sheet.wellFormed(
        column(sheet, records), strings.page(index), strings.offset(index), strings.length(index));
  }

  private void put(Sheet sheet, BinaryRecords records, String value) throws IOException {
    sheet.cell(column(sheet, records), value);
  }

  private static int column(Sheet sheet, BinaryRecords records) throws IOException {
    int column = records.count(0);
    if (sheet.row() == 0) {
      throw new RefusedException("corrupt-workbook");
    }
    if (column >= Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
    return column;
  }

  private static @Nullable Merge range(BinaryRecords records, int at) throws IOException {
    int firstRow = records.count(at);
    int lastRow = records.count(at + 4);
    int firstColumn = records.count(at + 8);
    int lastColumn = records.count(at + 12);
    return lastRow >= firstRow && lastColumn >= firstColumn
        ? new Merge(firstRow + 1L, lastRow + 1L, firstColumn, lastColumn)
        : null;
  }
}
