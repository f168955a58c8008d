package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Zips;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes a binary workbook (MS-XLSB) for tests, record by record. */
final class XlsbFile {
  private static final String KINDS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  /** Records one after another: number, length, bytes. */
  static final class Records {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Records add(int kind, byte[]... pieces) {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      for (byte[] piece : pieces) {
        data.writeBytes(piece);
      }
      header(kind, data.size());
      out.writeBytes(data.toByteArray());
      return this;
    }

    /** A record's number and the length it claims, without its bytes. */
    Records header(int kind, int length) {
      if (kind < 0x80) {
        out.write(kind);
      } else {
        out.write(kind & 0x7f | 0x80);
        out.write(kind >> 7);
      }
      int rest = length;
      while (rest >= 0x80) {
        out.write(rest & 0x7f | 0x80);
        rest >>= 7;
      }
      out.write(rest);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  /** The records of a sheet's cells. */
  static final class Cells {
    private final Records records = new Records();
    private int column;

    Cells row(int number) {
      return row(number, 0);
    }

    /**
     * @param flags outline level in the low three bits, 0x10 for hidden
     */
    Cells row(int number, int flags) {
      column = 0;
      records.add(0, i32(number - 1), i32(0), new byte[] {0, 0, 0, (byte) flags}, new byte[5]);
      return this;
    }

    Cells column(int to) {
      column = to;
      return this;
    }

    Cells texts(String... texts) {
      for (String text : texts) {
        records.add(6, place(0), XlsbFile.text(text));
      }
      return this;
    }

    Cells shared(int index) {
      records.add(7, place(0), i32(index));
      return this;
    }

    Cells number(double value, int style) {
      records.add(5, place(style), f64(value));
      return this;
    }

    /** A number in 30 bits. */
    Cells packed(int bits, int style) {
      records.add(2, place(style), i32(bits));
      return this;
    }

    Cells bool(boolean value) {
      records.add(4, place(0), new byte[] {(byte) (value ? 1 : 0)});
      return this;
    }

    Cells error(int code) {
      records.add(3, place(0), new byte[] {(byte) code});
      return this;
    }

    Cells formulaText(String value) {
      records.add(8, place(0), XlsbFile.text(value), new byte[10]);
      return this;
    }

    Cells formulaNumber(double value) {
      records.add(9, place(0), f64(value), new byte[10]);
      return this;
    }

    Cells merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      records.add(176, i32(firstRow - 1), i32(lastRow - 1), i32(firstColumn), i32(lastColumn));
      return this;
    }

    Cells hiddenColumns(int first, int last) {
      records.add(60, i32(first), i32(last), i32(2560), i32(0), new byte[] {1, 0});
      return this;
    }

    Cells raw(Records more) {
      records.out.writeBytes(more.bytes());
      return this;
    }

    private byte[] place(int style) {
      return join(i32(column++), i32(style));
    }
  }

  private record Sheet(String name, int state, byte[] records) {}

  private final List<Sheet> sheets = new ArrayList<>();
  private final Records formats = new Records();
  private final Records styles = new Records().add(47, i16(0xffff), i16(0), new byte[12]);
  private final Records strings = new Records();
  private boolean from1904;

  XlsbFile sheet(String name, Cells cells) {
    return sheet(name, 0, cells.records.bytes());
  }

  /**
   * @param state 1 for hidden, 2 for very hidden
   */
  XlsbFile sheet(String name, int state, byte[] records) {
    sheets.add(new Sheet(name, state, records));
    return this;
  }

  static byte[] texts(String name, String value) {
    return new Cells().row(1).texts(name).row(2).texts(value).records.bytes();
  }

  /** A style of cells shown by this format; its number is the count of styles before it. */
  XlsbFile style(int id, String code) {
    formats.add(44, i16(id), text(code));
    styles.add(47, i16(0), i16(id), new byte[12]);
    return this;
  }

  XlsbFile string(String value) {
    strings.add(19, new byte[] {0}, text(value));
    return this;
  }

  XlsbFile from1904() {
    from1904 = true;
    return this;
  }

  byte[] bytes() {
    return zip().bytes();
  }

  Zips zip() {
    Records workbook = new Records().add(131);
    workbook.add(153, i32(from1904 ? 1 : 0), i32(0), text(""));
    workbook.add(143);
    StringBuilder links = new StringBuilder();
    Zips zip = new Zips();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      String id = "rId" + (i + 1);
      workbook.add(156, i32(sheet.state()), i32(i + 1), text(id), text(sheet.name()));
      links.append(relation(id, "worksheet", "worksheets/sheet" + (i + 1) + ".bin"));
      Records whole = new Records().add(129).add(145);
      whole.out.writeBytes(sheet.records());
      zip.with("xl/worksheets/sheet" + (i + 1) + ".bin", whole.add(146).add(130).bytes());
    }
    workbook.add(144).add(132);
    links.append(relation("rS", "styles", "styles.bin"));
    links.append(relation("rT", "sharedStrings", "sharedStrings.bin"));
    Records sheetStyles = new Records().add(278);
    sheetStyles.out.writeBytes(formats.bytes());
    // the styles of styles, which are not those of cells
    sheetStyles.add(626, i32(1)).add(47, i16(0xffff), i16(14), new byte[12]).add(627);
    sheetStyles.add(617, i32(1));
    sheetStyles.out.writeBytes(styles.bytes());
    sheetStyles.add(618).add(279);
    Records table = new Records().add(159, i32(1), i32(1));
    table.out.writeBytes(strings.bytes());
    return zip.with("[Content_Types].xml", "<Types/>")
        .with("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.bin")))
        .with("xl/workbook.bin", workbook.bytes())
        .with("xl/_rels/workbook.bin.rels", relations(links.toString()))
        .with("xl/styles.bin", sheetStyles.bytes())
        .with("xl/sharedStrings.bin", table.add(160).bytes());
  }

  private static String relations(String links) {
    return "<Relationships>" + links + "</Relationships>";
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + KINDS
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  static byte[] i16(int value) {
    return bytes(2).putShort((short) value).array();
  }

  static byte[] i32(int value) {
    return bytes(4).putInt(value).array();
  }

  private static byte[] f64(double value) {
    return bytes(8).putDouble(value).array();
  }

  static byte[] text(String value) {
    return join(i32(value.length()), value.getBytes(StandardCharsets.UTF_16LE));
  }

  private static ByteBuffer bytes(int count) {
    return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] join(byte[] first, byte[] second) {
    return bytes(first.length + second.length).put(first).put(second).array();
  }
}
