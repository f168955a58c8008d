package fr.jalon.engine.format.csv;

import fr.jalon.engine.table.BlockBuilder;
import java.util.List;

/** Puts the cells of a record into the columns of the table, as UTF-8. Not thread-safe. */
final class RowWriter {
  private final BlockBuilder blocks;
  private final Transcoder transcoder;
  private final boolean identity;
  private final RaggedRows ragged;
  private final int firstColumn;
  private final int columns;
  private final int width;

  /**
   * @param width cells a record of the file has, of which the table may leave out the first and
   *     last
   */
  RowWriter(
      BlockBuilder blocks,
      Transcoder transcoder,
      RaggedRows ragged,
      int firstColumn,
      int columns,
      int width) {
    this.blocks = blocks;
    this.transcoder = transcoder;
    this.identity = transcoder.isIdentity();
    this.ragged = ragged;
    this.firstColumn = firstColumn;
    this.columns = columns;
    this.width = width;
  }

  void write(RecordParser parser) {
    if (parser.count > width) {
      List<String> cells = ragged.fit(transcoder.texts(parser));
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
