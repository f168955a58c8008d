package fr.jalon.engine.format.csv;

import fr.jalon.engine.table.BlockBuilder;
import java.util.List;

/** Puts the cells of a record into the columns of the table, as UTF-8. Not thread-safe. */
final class RowWriter {
  private final BlockBuilder blocks;
  private final Transcoder transcoder;
  private final boolean identity;
  private final RowMender mender;
  private final int firstColumn;
  private final int columns;

  RowWriter(
      BlockBuilder blocks, Transcoder transcoder, RowMender mender, int firstColumn, int columns) {
    this.blocks = blocks;
    this.transcoder = transcoder;
    this.identity = transcoder.isIdentity();
    this.mender = mender;
    this.firstColumn = firstColumn;
    this.columns = columns;
  }

  void write(RecordParser parser) {
    if (mender.isOdd(parser)) {
      List<String> cells = mender.cells(parser);
      for (int cell = firstColumn; cell < Math.min(firstColumn + columns, cells.size()); cell++) {
        blocks.cell(cells.get(cell));
      }
      return;
    }
    int end = Math.min(firstColumn + columns, parser.count);
    for (int cell = firstColumn; cell < end; cell++) {
      if (parser.isEscaped(cell)) {
        int length = parser.unescape(cell);
        put(parser.scratch(), 0, length);
      } else {
        put(parser.data, parser.starts[cell], parser.ends[cell]);
      }
    }
  }

  private void put(byte[] bytes, int from, int to) {
    if (identity || !transcoder.mustRewrite(bytes, from, to)) {
      blocks.cell(bytes, from, to - from);
    } else {
      transcoder.rewrite(bytes, from, to);
      blocks.cell(transcoder.array(), 0, transcoder.length());
    }
  }
}
