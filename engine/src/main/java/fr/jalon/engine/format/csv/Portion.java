package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.TableArea;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The part of a text file that one table takes.
 *
 * @param from where in the file the first record of the area begins
 */
record Portion(Path path, long from, TableArea area) {
  /** A whole file, after its byte-order mark. */
  static Portion whole(Path path, long from) {
    return new Portion(path, from, TableArea.WHOLE);
  }

  RecordReader open(Dialect dialect, int width) throws IOException {
    return open(from, area.firstRow(), dialect, width);
  }

  /** Begins at a later record of the portion. */
  RecordReader open(long place, long number, Dialect dialect, int width) throws IOException {
    return new RecordReader(path, place, number, area.lastRow(), dialect, width);
  }

  /** True when the record has nothing in the columns of the table. */
  boolean isBlank(RecordParser parser) {
    int end = (int) Math.min(parser.count, area.lastColumn() + 1L);
    for (int cell = area.firstColumn(); cell < end; cell++) {
      if (!parser.isBlank(cell)) {
        return false;
      }
    }
    return true;
  }
}
