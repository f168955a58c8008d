package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of Excel 5 and 95 (BIFF5), which town halls still have from their statistics
 * offices and which POI does not read. Layout of the records: OpenOffice.org's documentation of the
 * Excel file format, chapter 5.
 */
final class Excel95Reader {
  private static final int BOF = 0x0809;
  private static final int EOF = 0x000a;
  private static final int FILEPASS = 0x002f;
  private static final int CODEPAGE = 0x0042;
  private static final int BOUNDSHEET = 0x0085;
  private static final int FORMAT = 0x041e;
  private static final int XF = 0x00e0;
  private static final int DATEMODE = 0x0022;
  private static final int LABEL = 0x0204;
  private static final int RSTRING = 0x00d6;
  private static final int NUMBER = 0x0203;
  private static final int RK = 0x027e;
  private static final int MULRK = 0x00bd;
  private static final int BOOLERR = 0x0205;
  private static final int FORMULA = 0x0006;
  private static final int STRING = 0x0207;
  private static final int ROW = 0x0208;
  private static final int COLINFO = 0x007d;
  private static final int NOTE = 0x001c;
  private static final int FILTER_MODE = 0x009b;

  private static final int VERSION_5 = 0x0500;
  private static final int WORKSHEET = 0x0010;
  private static final int HIDDEN_ROW = 0x20;
  private static final int ROW_LEVEL = 0x07;
  private static final int COLUMN_LEVEL = 0x0700;

  private final InputStream in;
  private final Workbook workbook;
  private final Path work;
  private final CellStyles styles = new CellStyles();
  private final List<Listed> listed = new ArrayList<>();
  private Charset charset = Charset.forName("windows-1252");

  private @Nullable Sheet sheet;
  private int formulaRow = -1;
  private int formulaColumn;

  private record Listed(String name, boolean hidden) {}

  Excel95Reader(InputStream in, Workbook workbook, Path work) {
    this.in = in;
    this.workbook = workbook;
    this.work = work;
  }

  void read() throws IOException {
    int depth = 0;
    int index = -1;
    byte[] header = new byte[4];
    while (in.readNBytes(header, 0, 4) == 4) {
      int id = (header[0] & 0xff) | (header[1] & 0xff) << 8;
      int length = (header[2] & 0xff) | (header[3] & 0xff) << 8;
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw new RefusedException("corrupt-workbook");
      }
      ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (id == BOF) {
        if (depth == 0 && listed.isEmpty() && data.getShort(0) != VERSION_5) {
          throw new RefusedException("workbook-too-old");
        }
        if (++depth == 1 && data.getShort(2) != 5) {
          startSheet(++index, data.getShort(2));
        }
      } else if (id == EOF) {
        if (--depth == 0) {
          endSheet();
        }
      } else if (depth == 1) {
        Sheet open = sheet;
        if (open != null) {
          inSheet(open, id, data);
        } else {
          global(id, data);
        }
      }
    }
    endSheet();
  }

  private void startSheet(int index, int type) throws IOException {
    if (type == WORKSHEET && index < listed.size()) {
      Sheet started = new Sheet(listed.get(index).name(), listed.get(index).hidden(), work);
      workbook.add(started);
      sheet = started;
    }
  }

  private void endSheet() throws IOException {
    Sheet ended = sheet;
    if (ended != null) {
      ended.finish();
      sheet = null;
    }
  }

  private void global(int id, ByteBuffer data) throws IOException {
    switch (id) {
      case FILEPASS -> throw new RefusedException("password-protected");
      case CODEPAGE -> charset = charset(data.getShort(0) & 0xffff);
      case BOUNDSHEET ->
          listed.add(new Listed(text(data, 7, data.get(6) & 0xff), data.get(4) != 0));
      case FORMAT -> styles.code(data.getShort(0) & 0xffff, text(data, 3, data.get(2) & 0xff));
      case XF -> styles.style(data.getShort(2) & 0xffff);
      case DATEMODE -> {
        if (data.getShort(0) == 1) {
          styles.countFrom1904();
        }
      }
      default -> {}
    }
  }

  private void inSheet(Sheet open, int id, ByteBuffer data) throws IOException {
    switch (id) {
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
      case BOOLERR -> {
        open.errors += data.get(7) == 0 ? 0 : 1;
        add(data, data.get(7) == 0 ? bool(data.get(6)) : error(data.get(6)));
      }
      case FORMULA -> formula(open, data);
      case STRING -> {
        if (formulaRow >= 0) {
          put(formulaRow, formulaColumn, text(data, 2, data.getShort(0) & 0xffff));
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

  private void formula(Sheet open, ByteBuffer data) throws IOException {
    open.formulas++;
    formulaRow = -1;
    if (data.getShort(12) != -1) {
      add(data, styles.text(data.getDouble(6), style(data)));
      return;
    }
    switch (data.get(6)) {
      case 0 -> {
        formulaRow = data.getShort(0) & 0xffff;
        formulaColumn = data.getShort(2) & 0xffff;
      }
      case 1 -> add(data, bool(data.get(8)));
      case 2 -> {
        open.errors++;
        add(data, error(data.get(8)));
      }
      default -> {}
    }
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
    return new String(data.array(), from, length, charset);
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
