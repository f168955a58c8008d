package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.table.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A whole workbook, read: its sheets in order and what it carries beside them. */
final class Workbook implements Closeable {
  final String format;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, Long> carried = new LinkedHashMap<>();

  Workbook(String format) {
    this.format = format;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  void add(Sheet sheet) throws RefusedException {
    if (sheets.size() == Limits.SHEETS) {
      throw new RefusedException("too-many-sheets", "sheets", Limits.SHEETS);
    }
    sheets.add(sheet);
  }

  /** Counts something beside the tables, by the code of its note. */
  void carries(String code, long count) {
    if (count > 0) {
      carried.merge(code, count, Long::sum);
    }
  }

  /** What there is beside the tables, by the codes of the notes. */
  Map<String, Long> carried() {
    return carried;
  }

  /** The refusal, in the words of workbooks when their package is what is broken. */
  static UnreadableFile unreadable(RefusedException refused) {
    String code = refused.refusal().code();
    return code.equals("corrupt-archive") || code.equals("corrupt-xml")
        ? new UnreadableFile("corrupt-workbook")
        : refused.unreadable();
  }

  @Override
  public void close() throws IOException {
    for (Sheet sheet : sheets) {
      sheet.rows.close();
    }
  }
}
