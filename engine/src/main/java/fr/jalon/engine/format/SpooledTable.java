package fr.jalon.engine.format;

import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/** A table whose rows were set down in a {@link RowSpool} while its file was read. */
public final class SpooledTable implements Table {
  private static final byte[] NOTHING = new byte[0];

  private final Reading reading;
  private final List<Column> columns;
  private final RowSpool spool;
  private final int[] sources;
  private final LongPredicate isData;

  /**
   * @param sources for each column of the table, its 0-based column among the rows set down
   * @param isData tells by its number whether a row set down is a row of the table
   */
  public SpooledTable(
      Reading reading, List<Column> columns, RowSpool spool, int[] sources, LongPredicate isData) {
    this.reading = reading;
    this.columns = List.copyOf(columns);
    this.spool = spool;
    this.sources = sources.clone();
    this.isData = isData;
  }

  @Override
  public Reading reading() {
    return reading;
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    BlockBuilder builder = new BlockBuilder(sources.length, sink);
    RowSpool.Cursor cursor = spool.read();
    int[] cellOf = new int[Math.max(1, spool.width())];
    Arrays.fill(cellOf, -1);
    while (cursor.next()) {
      if (!isData.test(cursor.row())) {
        continue;
      }
      int cells = cursor.cells();
      for (int i = 0; i < cells; i++) {
        cellOf[cursor.column(i)] = i;
      }
      for (int source : sources) {
        int cell = source < cellOf.length ? cellOf[source] : -1;
        if (cell < 0) {
          builder.cell(NOTHING, 0, 0);
        } else {
          int start = cursor.start(cell);
          builder.cell(cursor.bytes(), start, cursor.end(cell) - start);
        }
      }
      for (int i = 0; i < cells; i++) {
        cellOf[cursor.column(i)] = -1;
      }
      builder.endRow(cursor.row());
    }
    builder.finish();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
