package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a binary workbook of Excel since 2007 (MS-XLSB): the package of an XLSX whose parts are
 * records instead of XML.
 */
final class XlsbReader extends PackagedWorkbook {
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

  /** From here on cells say neither their column, which follows the last one, nor anything else. */
  private static final int SHORT_CELLS = 12;

  /** What the number of a short cell's kind is over that of the same kind of cell. */
  private static final int SHORT = 11;

  private static final int SHORT_CELLS_END = 18;
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
  private static final int SAVED_VIEWS = 422;
  private static final int SAVED_VIEWS_END = 425;
  private static final int STYLES_BEGIN = 617;
  private static final int STYLES_END = 618;

  private static final int FROM_1904 = 1;
  private static final int HIDDEN_COLUMN = 1;
  private static final int HIDDEN_ROW = 0x10;
  private static final int ROW_LEVEL = 0x07;
  private static final int COLUMN_LEVEL = 0x0700;

  private CellStyles styles = new CellStyles();
  private boolean from1904;
  private SharedStrings strings = SharedStrings.none();
  private @Nullable Merge filter;

  /** Among the ways somebody saved to look at the sheet, which are not how it is now. */
  private boolean inSavedViews;

  private int column;
  private int style;
  private int value;

  XlsbReader(Parts parts, Path work) {
    super(parts, work, "xlsb");
  }

  private BinaryRecords open(String part) throws IOException {
    return new BinaryRecords(parts.stream(part));
  }

  @Override
  List<Listed> listSheets(String part) throws IOException {
    List<Listed> listed = new ArrayList<>();
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        if (records.kind() == LISTED_SHEET) {
          String relation = records.text(8);
          String name = records.text(records.afterText(8));
          listed.add(new Listed(name, records.i32(0) != 0, relation));
        } else if (records.kind() == WORKBOOK_PROPERTIES && (records.u8(0) & FROM_1904) != 0) {
          from1904 = true;
        }
      }
    }
    return listed;
  }

  @Override
  void readStyles(String part) throws IOException {
    CellStyles read = new CellStyles();
    if (from1904) {
      read.countFrom1904();
    }
    boolean inCells = false;
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        switch (records.kind()) {
          case FORMAT -> read.code(records.u16(0), records.text(2));
          case STYLES_BEGIN -> inCells = true;
          case STYLES_END -> inCells = false;
          case STYLE -> {
            if (inCells) {
              read.style(records.u16(2));
            }
          }
          default -> {}
        }
      }
    }
    styles = read;
  }

  @Override
  void readStrings(String part) throws IOException {
    SharedStrings read = new SharedStrings();
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        if (records.kind() == SHARED_ITEM) {
          byte[] text = records.text(1).replace("\0", "").getBytes(StandardCharsets.UTF_8);
          read.add(text, text.length);
        }
      }
    }
    strings = read;
  }

  @Override
  void readSheet(Listed listed, String part) throws IOException {
    Sheet sheet = new Sheet(listed.name(), listed.hidden(), work);
    workbook.add(sheet);
    inSavedViews = false;
    filter = null;
    try (BinaryRecords records = open(part)) {
      while (records.next()) {
        read(sheet, records);
      }
    }
    for (Parts.Relation relation : relations(part).values()) {
      if (relation.kind().equals("table") && parts.has(relation.target())) {
        workbook.spare(relation.target(), table -> readFilter(sheet, table));
      }
    }
    sheet.finish();
    sheet.part = part;
  }

  private void readFilter(Sheet sheet, String table) throws IOException {
    try (BinaryRecords records = open(table)) {
      while (records.next()) {
        filter(sheet, records);
      }
    }
  }

  private void read(Sheet sheet, BinaryRecords records) throws IOException {
    int kind = records.kind();
    if (kind > ROW && kind <= SHORT_CELLS_END || kind == CELL_RICH) {
      place(sheet, records);
      cell(sheet, records, kind >= SHORT_CELLS && kind <= SHORT_CELLS_END ? kind - SHORT : kind);
      return;
    }
    switch (kind) {
      case ROW -> {
        sheet.startRow(records.count(0) + 1L);
        column = -1;
        int flags = records.u8(11);
        if ((flags & HIDDEN_ROW) != 0) {
          sheet.hideRow((flags & ROW_LEVEL) != 0);
        }
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
      case SAVED_VIEWS -> inSavedViews = true;
      case SAVED_VIEWS_END -> inSavedViews = false;
      case FILTER, FILTER_COLUMN -> {
        if (!inSavedViews) {
          filter(sheet, records);
        }
      }
      default -> {}
    }
  }

  /** Finds the column and the style of a cell, and where in the record its value begins. */
  private void place(Sheet sheet, BinaryRecords records) throws IOException {
    if (sheet.row() == 0) {
      throw new RefusedException("corrupt-workbook");
    }
    boolean isShort = records.kind() >= SHORT_CELLS && records.kind() <= SHORT_CELLS_END;
    column = isShort ? column + 1 : records.count(0);
    style = records.u24(isShort ? 0 : 4);
    value = isShort ? 4 : 8;
    if (column >= Limits.COLUMNS) {
      throw new RefusedException("too-many-columns", "columns", Limits.COLUMNS);
    }
  }

  private void cell(Sheet sheet, BinaryRecords records, int kind) throws IOException {
    switch (kind) {
      case CELL_RK -> number(sheet, BiffReader.packed(records.i32(value)));
      case CELL_REAL -> number(sheet, records.f64(value));
      case CELL_BOOL -> sheet.cell(column, Boolean.toString(records.u8(value) != 0));
      case CELL_ERROR -> error(sheet, records);
      case CELL_TEXT -> sheet.cell(column, records.text(value));
      case CELL_RICH -> sheet.cell(column, records.text(value + 1));
      case CELL_SHARED -> shared(sheet, records);
      case FORMULA_TEXT -> {
        sheet.formulas++;
        sheet.cell(column, records.text(value));
      }
      case FORMULA_REAL -> {
        sheet.formulas++;
        number(sheet, records.f64(value));
      }
      case FORMULA_BOOL -> {
        sheet.formulas++;
        sheet.cell(column, Boolean.toString(records.u8(value) != 0));
      }
      case FORMULA_ERROR -> {
        sheet.formulas++;
        error(sheet, records);
      }
      default -> {}
    }
  }

  private void number(Sheet sheet, double number) throws IOException {
    sheet.lostStyles += styles.has(style) || style == 0 ? 0 : 1;
    sheet.cell(column, styles.text(number, style));
  }

  private void error(Sheet sheet, BinaryRecords records) throws IOException {
    sheet.errors++;
    sheet.cell(column, BiffReader.error((byte) records.u8(value)));
  }

  private void shared(Sheet sheet, BinaryRecords records) throws IOException {
    int index = records.count(value);
    if (index >= strings.count()) {
      throw new RefusedException("corrupt-workbook");
    }
    sheet.wellFormed(column, strings.page(index), strings.offset(index), strings.length(index));
  }

  /** A filter that is on has a criterion; without one it only shows its buttons. */
  private void filter(Sheet sheet, BinaryRecords records) throws IOException {
    Merge on = filter;
    if (records.kind() == FILTER) {
      filter = range(records, 0);
    } else if (records.kind() == FILTER_COLUMN && on != null) {
      sheet.filter(on);
      filter = null;
    }
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
