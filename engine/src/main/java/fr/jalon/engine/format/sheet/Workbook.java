package fr.jalon.engine.format.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A whole workbook, read: its sheets in order and what it carries beside them. */
final class Workbook implements Closeable {
  final String format;
  final List<Sheet> sheets = new ArrayList<>();
  long externalLinks;
  boolean author;
  boolean macros;

  Workbook(String format) {
    this.format = format;
  }

  @Override
  public void close() throws IOException {
    for (Sheet sheet : sheets) {
      sheet.rows.close();
    }
  }
}
