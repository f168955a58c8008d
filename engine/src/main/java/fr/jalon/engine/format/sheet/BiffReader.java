package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of Excel 2 to 95 (BIFF2 to BIFF5), which town halls still have from their
 * statistics offices, which web sites written long ago still export, and which POI does not read.
 * Layout of the records: OpenOffice.org's documentation of the Excel file format, chapter 5.
 */
final class BiffReader {
  private static final int BOF_2 = 0x0009;
  private static final int BOF_3 = 0x0209;
  private static final int BOF_4 = 0x0409;
  private static final int BOF_5 = 0x0809;
  private static final int EOF = 0x000a;
  private static final int FILEPASS = 0x002f;
  private static final int CODEPAGE = 0x0042;
  private static final int BOUNDSHEET = 0x0085;
  private static final int SHEET_HEADER = 0x008f;
  private static final int FORMAT_2 = 0x001e;
  private static final int FORMAT = 0x041e;
  private static final int XF_3 = 0x0243;
  private static final int XF_4 = 0x0443;
  private static final int XF_5 = 0x00e0;
  private static final int DATEMODE = 0x0022;
  private static final int INTEGER_2 = 0x0002;
  private static final int NUMBER_2 = 0x0003;
  private static final int LABEL_2 = 0x0004;
  private static final int BOOLERR_2 = 0x0005;
  private static final int STRING_2 = 0x0007;
  private static final int LABEL = 0x0204;
  private static final int RSTRING = 0x00d6;
  private static final int NUMBER = 0x0203;
  private static final int RK = 0x027e;
  private static final int MULRK = 0x00bd;
  private static final int BOOLERR = 0x0205;
  private static final int FORMULA = 0x0006;
  private static final int FORMULA_3 = 0x0206;
  private static final int FORMULA_4 = 0x0406;
  private static final int STRING = 0x0207;
  private static final int ROW = 0x0208;
  private static final int COLINFO = 0x007d;
  private static final int NOTE = 0x001c;
  private static final int FILTER_MODE = 0x009b;

  private static final int WORKSHEET = 0x0010;
  private static final int CHART = 0x0020;
  private static final int WORKSPACE = 0x0100;
  private static final int GLOBALS = 0x0005;
  private static final int HIDDEN_ROW = 0x20;
  private static final int ROW_LEVEL = 0x07;
  private static final int COLUMN_LEVEL = 0x0700;

  private final InputStream in;
  private final Workbook workbook;
  private final Path work;
  private final CellStyles styles = new CellStyles();
  private final List<Listed> listed = new ArrayList<>();
  private @Nullable Charset charset;

  private int version = 5;

  /** Formats are known by their order before version 5. */
  private int formats;

  private int depth;
  private int sheets;
  private @Nullable Sheet sheet;
  private int formulaRow = -1;
  private int formulaColumn;

  private record Listed(String name, boolean hidden) {}

  BiffReader(InputStream in, Workbook workbook, Path work) {
    this.in = in;
    this.workbook = workbook;
    this.work = work;
  }

  /** True when a file that is no compound file begins as a bare sheet or workbook does. */
  static boolean recognizes(byte[] start) {
    if (start.length < 8) {
      return false;
    }
    int id = (start[0] & 0xff) | (start[1] & 0xff) << 8;
    int length = (start[2] & 0xff) | (start[3] & 0xff) << 8;
    int type = (start[6] & 0xff) | (start[7] & 0xff) << 8;
    boolean known =
        type == WORKSHEET || type == CHART || type == 0x40 || type == WORKSPACE || type == GLOBALS;
    int version = (start[4] & 0xff) | (start[5] & 0xff) << 8;
    return known
        && (version < 8 || version % 0x100 == 0 && version <= 0x600)
        && (id == BOF_2 || id == BOF_3 || id == BOF_4 || id == BOF_5)
        && length >= 4
        && length <= 16;
  }

  void read() throws IOException {
    byte[] header = new byte[4];
    while (in.readNBytes(header, 0, 4) == 4) {
      int id = (header[0] & 0xff) | (header[1] & 0xff) << 8;
      int length = (header[2] & 0xff) | (header[3] & 0xff) << 8;
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new RefusedException("corrupt-workbook");
      }
      take(id, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
    endSheet();
  }

  private void take(int id, ByteBuffer data) throws IOException {
    if (id == BOF_2 || id == BOF_3 || id == BOF_4 || id == BOF_5) {
      int type = data.getShort(2) & 0xffff;
      if (depth == 0) {
        version = id == BOF_2 ? 2 : id == BOF_3 ? 3 : id == BOF_4 ? 4 : 5;
      }
      // sheets of a workspace are inside it, those of a workbook follow its globals
      if (type != WORKSPACE) {
        depth++;
      }
      if (depth == 1 && type != GLOBALS && type != WORKSPACE) {
        startSheet(type);
      }
    } else if (id == EOF) {
      depth = Math.max(0, depth - 1);
      if (depth == 0) {
        endSheet();
      }
    } else if (depth <= 1) {
      Sheet open = sheet;
      if (!global(id, data) && open != null) {
        inSheet(open, id, data);
      }
    }
  }

  private void startSheet(int type) throws IOException {
    int index = sheets++;
    boolean known = index < listed.size();
    if (type != WORKSHEET && type != CHART) {
      return;
    }
    Sheet started =
        new Sheet(
            known ? listed.get(index).name() : "Feuille" + (index + 1),
            known && listed.get(index).hidden(),
            work);
    started.chart = type == CHART;
    workbook.add(started);
    sheet = started;
  }

  private void endSheet() throws IOException {
    Sheet ended = sheet;
    if (ended != null) {
      ended.finish();
      sheet = null;
    }
  }

  /** Takes what holds for the whole file, which versions before 5 write in the sheet itself. */
  private boolean global(int id, ByteBuffer data) throws IOException {
    switch (id) {
      case FILEPASS -> throw new RefusedException("password-protected");
      case CODEPAGE -> charset = charset(data.getShort(0) & 0xffff);
      case BOUNDSHEET ->
          listed.add(new Listed(text(data, 7, data.get(6) & 0xff), data.get(4) != 0));
      case SHEET_HEADER -> listed.add(new Listed(text(data, 5, data.get(4) & 0xff), false));
      case FORMAT_2 -> styles.code(formats++, text(data, 1, data.get(0) & 0xff));
      case FORMAT ->
          styles.code(
              version == 5 ? data.getShort(0) & 0xffff : formats++,
              text(data, 3, data.get(2) & 0xff));
      case XF_3, XF_4 -> styles.style(data.get(1) & 0xff);
      case XF_5 -> styles.style(data.getShort(2) & 0xffff);
      case DATEMODE -> {
        if (data.getShort(0) == 1) {
          styles.countFrom1904();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void inSheet(Sheet open, int id, ByteBuffer data) throws IOException {
    switch (id) {
      case INTEGER_2 -> add(data, number2(data.getShort(7) & 0xffff, data));
      case NUMBER_2 -> add(data, number2(data.getDouble(7), data));
      case LABEL_2 -> add(data, text(data, 8, data.get(7) & 0xff));
      case BOOLERR_2 -> boolOrError(open, data, 7);
      case LABEL, RSTRING -> add(data, text(data, 8, data.getShort(6) & 0xffff));
      case NUMBER -> add(data, styles.text(data.getDouble(6), style(data)));
      case RK -> add(data, styles.text(packed(data.getInt(6)), style(data)));
      case MULRK -> {
        int row = data.getShort(0) & 0xffff;
        int first = data.getShort(2) & 0xffff;
        for (int i = 0; 4 + 6 * (i + 1) + 2 <= data.limit(); i++) {
          int at = 4 + 6 * i;
          String value = styles.text(packed(data.getInt(at + 2)), data.getShort(at) & 0xffff);
          put(row, first + i, value);
        }
      }
      case BOOLERR -> boolOrError(open, data, 6);
      case FORMULA, FORMULA_3, FORMULA_4 -> formula(open, data, version == 2 ? 7 : 6);
      case STRING, STRING_2 -> {
        if (formulaRow >= 0) {
          put(formulaRow, formulaColumn, formulaText(id, data));
          formulaRow = -1;
        }
      }
      case ROW -> {
        long row = (data.getShort(0) & 0xffff) + 1L;
        int flags = data.getShort(12);
        if ((flags & HIDDEN_ROW) != 0) {
          open.hiddenCells.hideRows(row, row, (flags & ROW_LEVEL) != 0);
        }
      }
      case COLINFO -> {
        int flags = data.getShort(8);
        if ((flags & 1) != 0) {
          open.hiddenCells.hideColumns(
              data.getShort(0) & 0xffff, data.getShort(2) & 0xffff, (flags & COLUMN_LEVEL) != 0);
        }
      }
      case NOTE -> workbook.carries("comments", 1);
      case FILTER_MODE -> open.filter();
      default -> {}
    }
  }

  private String formulaText(int id, ByteBuffer data) throws IOException {
    return id == STRING_2
        ? text(data, 1, data.get(0) & 0xff)
        : text(data, 2, data.getShort(0) & 0xffff);
  }

  private void formula(Sheet open, ByteBuffer data, int at) throws IOException {
    open.formulas++;
    formulaRow = -1;
    if (data.getShort(at + 6) != -1) {
      double value = data.getDouble(at);
      add(data, version == 2 ? number2(value, data) : styles.text(value, style(data)));
      return;
    }
    switch (data.get(at)) {
      case 0 -> {
        formulaRow = data.getShort(0) & 0xffff;
        formulaColumn = data.getShort(2) & 0xffff;
      }
      case 1 -> add(data, bool(data.get(at + 2)));
      case 2 -> {
        open.errors++;
        add(data, error(data.get(at + 2)));
      }
      default -> {}
    }
  }

  private void boolOrError(Sheet open, ByteBuffer data, int at) throws IOException {
    boolean isError = data.get(at + 1) != 0;
    open.errors += isError ? 1 : 0;
    add(data, isError ? error(data.get(at)) : bool(data.get(at)));
  }

  /** A number of version 2, whose cells name their format themselves. */
  private String number2(double value, ByteBuffer data) {
    return styles.textOfFormat(value, data.get(5) & 0x3f);
  }

  private void add(ByteBuffer data, String value) throws IOException {
    put(data.getShort(0) & 0xffff, data.getShort(2) & 0xffff, value);
  }

  private void put(int row, int column, String value) throws IOException {
    Sheet open = sheet;
    if (open != null) {
      open.startRow(row + 1L);
      open.cell(column, value);
    }
  }

  private static int style(ByteBuffer data) {
    return data.getShort(4) & 0xffff;
  }

  private static String bool(byte value) {
    return Boolean.toString(value != 0);
  }

  static String error(byte code) {
    int value = code & 0xff;
    return FormulaError.isValidCode(value) ? FormulaError.forInt(value).getString() : "#N/A";
  }

  /** A number in 30 bits: an integer or the top of a double, perhaps in hundredths. */
  static double packed(int rk) {
    double value = (rk & 2) != 0 ? rk >> 2 : Double.longBitsToDouble((rk & 0xfffffffcL) << 32);
    return (rk & 1) != 0 ? value / 100 : value;
  }

  private String text(ByteBuffer data, int from, int length) throws IOException {
    if (from + length > data.limit()) {
      throw new RefusedException("corrupt-workbook");
    }
    Charset declared = charset;
    if (declared == null) {
      // a web site that writes these files by hand declares nothing and speaks UTF-8
      boolean modern = Utf8.isValid(data.array(), from, length);
      declared = modern ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }
    return new String(data.array(), from, length, declared);
  }

  private static Charset charset(int page) {
    String name =
        switch (page) {
          case 437, 850, 852, 866 -> "IBM" + page;
          case 0x8000, 10_000 -> "x-MacRoman";
          default -> "windows-" + page;
        };
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("windows-1252");
  }
}
