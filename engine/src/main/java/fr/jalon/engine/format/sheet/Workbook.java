package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.table.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole workbook, read: its sheets in order and what it carries beside them. */
final class Workbook implements Closeable {
  final String format;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, Long> carried = new LinkedHashMap<>();
  private final Set<String> damaged = new LinkedHashSet<>();

  /** Reads one part of the package. */
  interface PartReading {
    void read(String part) throws IOException;
  }

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

  /**
   * Reads a part that the tables can be read without: when it is damaged they are read all the
   * same, and its name is told. What is dangerous is refused as anywhere.
   */
  void spare(String part, PartReading reading) throws IOException {
    try {
      reading.read(part);
    } catch (RefusedException e) {
      if (!isDamage(e)) {
        throw e;
      }
      damaged(part);
    }
  }

  /** Says that a part is damaged, or not where it should be. */
  void damaged(String part) {
    damaged.add(part);
  }

  /** Names of the parts that could not be read and are not needed. */
  Set<String> damaged() {
    return damaged;
  }

  /** The refusal, in the words of workbooks when their package is what is broken. */
  static UnreadableFile unreadable(RefusedException refused) {
    return isDamage(refused) ? new UnreadableFile("corrupt-workbook") : refused.unreadable();
  }

  /** True when something is broken, rather than too large or dangerous. */
  static boolean isDamage(RefusedException refused) {
    String code = refused.refusal().code();
    return code.equals("corrupt-archive")
        || code.equals("corrupt-xml")
        || code.equals("corrupt-workbook");
  }

  @Override
  public void close() throws IOException {
    for (Sheet sheet : sheets) {
      sheet.rows.close();
    }
  }
}
