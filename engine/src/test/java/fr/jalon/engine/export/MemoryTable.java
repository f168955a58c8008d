package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A table whose rows are computed, for tests. */
public final class MemoryTable implements Table {
  private final List<String> names;
  private final int rows;
  private final IntFunction<List<String>> row;
  private final int blockRows;

  private MemoryTable(List<String> names, int rows, IntFunction<List<String>> row, int blockRows) {
    this.names = names;
    this.rows = rows;
    this.row = row;
    this.blockRows = blockRows;
  }

  @SafeVarargs
  public static MemoryTable of(List<String> names, List<String>... rows) {
    return new MemoryTable(names, rows.length, i -> rows[i], Block.MAX_ROWS);
  }

  public static MemoryTable of(List<String> names, int rows, IntFunction<List<String>> row) {
    return new MemoryTable(names, rows, row, Block.MAX_ROWS);
  }

  /** The same table in smaller blocks. */
  public MemoryTable inBlocksOf(int size) {
    return new MemoryTable(names, rows, row, size);
  }

  @Override
  public List<Column> columns() {
    return IntStream.range(0, names.size()).mapToObj(i -> new Column(i, i, names.get(i))).toList();
  }

  @Override
  public void scan(BlockSink sink) throws IOException {
    for (int from = 0; from < rows; from += blockRows) {
      int first = from;
      List<Block> blocks = new ArrayList<>();
      BlockBuilder builder = new BlockBuilder(names.size(), blocks::add);
      for (int i = from; i < Math.min(rows, from + blockRows); i++) {
        row.apply(i).forEach(builder::cell);
        builder.endRow(i + 2L);
      }
      builder.finish();
      for (Block block : blocks) {
        sink.accept(new Block(first + block.firstRow(), block.sourceRows(), block.chunks()));
      }
    }
  }

  @Override
  public Reading reading() {
    return new Reading(
        "csv",
        "utf-8",
        false,
        ",",
        "\"",
        null,
        "LF",
        null,
        List.of(),
        List.of(1L),
        2,
        rows,
        names,
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
