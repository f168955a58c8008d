package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Address;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of one sheet for people: names frozen on top, codes kept as text, numbers and dates as
 * such, never a formula, nothing said of who made it.
 *
 * <p>Written as a stream, each distinct value of a block encoded once. What the format cannot hold:
 * rows beyond {@value #MAX_ROWS} are left out; a text longer than {@value SheetText#LONGEST}
 * characters is cut and ends with "…"; a number of more than 15 digits and a date before March 1900
 * are written as text. The CSV file has them whole.
 */
final class XlsxWriter implements TableWriter {
  static final String FILE = "data.xlsx";
  static final int MAX_COLUMNS = 16_384;

  /** Rows of data: one less than a sheet has, for the names. */
  static final int MAX_ROWS = 1_048_575;

  /** A number of more digits is not kept whole by a spreadsheet. */
  static final int EXACT_DIGITS = 15;

  /** Excel's day 1 is 1900-01-01 and its 60 a 29 February that never was. */
  private static final long DAYS_BEFORE_1970 = 25_569;

  private static final long FIRST_TRUE_DAY = 61;
  private static final long LAST_DAY = 2_958_465;

  private static final int TEXT_STYLE = 1;
  private static final int DATE_STYLE = 2;
  private static final int DATETIME_STYLE = 3;
  private static final int HEADER_STYLE = 4;
  private static final int FLUSH_AT = 1 << 16;

  private static final byte[] ROW_START = ascii("<row r=\"");
  private static final byte[] ROW_OPEN = ascii("\">");
  private static final byte[] ROW_END = ascii("</row>");

  private final HashedFile file;
  private final ZipOutputStream zip;
  private final Bytes out = new Bytes(FLUSH_AT * 2);
  private final List<byte[]> cellStarts = new ArrayList<>();
  private long rows;

  XlsxWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    this.zip = new ZipOutputStream(file);
    zip.setLevel(Deflater.BEST_SPEED);
    for (int i = 0; i < columns.size(); i++) {
      String start = "<c r=\"" + Address.letters(i);
      cellStarts.add(ascii(start));
    }
    for (SheetParts.Part part : SheetParts.ALL) {
      begin(part.name());
      zip.write(part.content().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    begin("xl/worksheets/sheet1.xml");
    writeTop(columns);
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    int count = (int) Math.min(block.rows(), MAX_ROWS - rows);
    if (count == 0) {
      return;
    }
    Cells[] cells = new Cells[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Cells.of(columns.get(i));
    }
    Bytes number = new Bytes(16);
    for (int row = 0; row < count; row++) {
      number.clear();
      number.putDecimal(rows + row + 2);
      out.put(ROW_START);
      out.put(number.array(), 0, number.size());
      out.put(ROW_OPEN);
      for (int i = 0; i < cells.length; i++) {
        cells[i].put(out, row, cellStarts.get(i), number);
      }
      out.put(ROW_END);
      if (out.size() > FLUSH_AT) {
        flush();
      }
    }
    rows += count;
  }

  @Override
  public WrittenFile finish() throws IOException {
    String last = Address.letters(cellStarts.size() - 1) + (rows + 1);
    out.put("</sheetData><autoFilter ref=\"A1:" + last + "\"/></worksheet>");
    flush();
    zip.closeEntry();
    zip.finish();
    return file.finish(WrittenFormat.XLSX, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Whether a spreadsheet knows this day, counted from 1970. */
  static boolean isDay(long epochDay) {
    long day = epochDay + DAYS_BEFORE_1970;
    return day >= FIRST_TRUE_DAY && day <= LAST_DAY;
  }

  private void writeTop(List<ExportColumn> columns) {
    out.put(SheetParts.SHEET_START);
    out.put("<cols>");
    for (int i = 0; i < columns.size(); i++) {
      int width = Math.max(10, Math.min(40, columns.get(i).name().length() + 4));
      out.put("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1));
      out.put("\" width=\"" + width + "\" customWidth=\"1\"/>");
    }
    out.put("</cols><sheetData><row r=\"1\">");
    for (int i = 0; i < columns.size(); i++) {
      byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
      out.put(cellStarts.get(i));
      out.put("1\" s=\"" + HEADER_STYLE + "\" t=\"inlineStr\"><is>");
      SheetText.put(out, name, 0, name.length);
      out.put("</is></c>");
    }
    out.put(ROW_END);
  }

  private void flush() throws IOException {
    zip.write(out.array(), 0, out.size());
    out.clear();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // always the same moment: the same table gives the same file
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What follows the address of a cell, for each distinct value of a column of a block. */
  private record Cells(Chunk chunk, byte[] array, int[] offsets) {
    private static final double MICROS_PER_DAY = 86_400e6;
    private static final byte[] TEXT = ascii("\" t=\"inlineStr\"><is>");
    private static final byte[] STYLED_TEXT =
        ascii("\" s=\"" + TEXT_STYLE + "\" t=\"inlineStr\"><is>");
    private static final byte[] TEXT_END = ascii("</is></c>");

    static Cells of(TypedChunk column) {
      Chunk chunk = column.chunk();
      Bytes out = new Bytes(chunk.dictionaryBytes() + chunk.distinct() * 56 + 16);
      int[] offsets = new int[chunk.distinct() + 1];
      for (int code = 0; code < chunk.distinct(); code++) {
        if (!column.isEmpty(code)) {
          encode(out, column, code);
        }
        offsets[code + 1] = out.size();
      }
      return new Cells(chunk, out.array(), offsets);
    }

    void put(Bytes out, int row, byte[] start, Bytes number) {
      int code = chunk.code(row);
      int length = offsets[code + 1] - offsets[code];
      if (length > 0) {
        out.put(start);
        out.put(number.array(), 0, number.size());
        out.put(array, offsets[code], length);
      }
    }

    private static void encode(Bytes out, TypedChunk column, int code) {
      boolean typed =
          switch (column.type()) {
            case TEXT -> false;
            case INTEGER, DECIMAL -> number(out, column, code);
            case BOOLEAN -> bool(out, column, code);
            case DATE -> date(out, column.bits(code));
            case DATETIME -> dateTime(out, column, code);
          };
      if (!typed) {
        Chunk chunk = column.chunk();
        out.put(mayBeRetyped(chunk.array()[chunk.offset(code)]) ? STYLED_TEXT : TEXT);
        SheetText.put(out, chunk.array(), chunk.offset(code), chunk.length(code));
        out.put(TEXT_END);
      }
    }

    /** Whether a spreadsheet would make a number or a formula of it once edited. */
    private static boolean mayBeRetyped(byte first) {
      return first >= 0 && !(first >= 'A' && first <= 'Z') && !(first >= 'a' && first <= 'z');
    }

    private static boolean number(Bytes out, TypedChunk column, int code) {
      Chunk chunk = column.chunk();
      boolean whole = column.type() == ValueType.INTEGER;
      if (whole && chunk.length(code) > EXACT_DIGITS) {
        return false;
      }
      out.put("\"><v>");
      out.put(chunk.array(), chunk.offset(code), chunk.length(code));
      out.put("</v></c>");
      return true;
    }

    private static boolean bool(Bytes out, TypedChunk column, int code) {
      out.put("\" t=\"b\"><v>" + column.bits(code) + "</v></c>");
      return true;
    }

    private static boolean date(Bytes out, long epochDay) {
      if (!isDay(epochDay)) {
        return false;
      }
      long day = epochDay + DAYS_BEFORE_1970;
      out.put("\" s=\"" + DATE_STYLE + "\"><v>" + day + "</v></c>");
      return true;
    }

    /** An instant is written as text: a sheet has no distance to UTC. */
    private static boolean dateTime(Bytes out, TypedChunk column, int code) {
      double day = column.bits(code) / MICROS_PER_DAY + DAYS_BEFORE_1970;
      if (day < FIRST_TRUE_DAY || day >= LAST_DAY + 1 || column.zoned()) {
        return false;
      }
      out.put("\" s=\"" + DATETIME_STYLE + "\"><v>" + day + "</v></c>");
      return true;
    }
  }
}
