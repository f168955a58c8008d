package fr.jalon.engine.profile;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the profile of a table in one pass over its blocks; columns of large blocks in threads. */
public final class Profiler {
  /** Rows of a block from which its columns are worth several threads. */
  static final int WORTH_THREADS = 4096;

  private final List<Column> columns;
  private final List<ColumnAccumulator> accumulators;
  private final RowHashes rowHashes = new RowHashes();
  private long rows;
  private long duplicateRows;

  private Profiler(List<Column> columns) {
    this.columns = columns;
    this.accumulators =
        columns.stream().map(column -> new ColumnAccumulator(column, columns.size())).toList();
  }

  /**
   * @param beside also given each block, for whoever wants something of the same pass
   */
  public static Profiling profile(Table table, BlockSink beside)
      throws IOException, UnreadableFile {
    Profiler profiler = new Profiler(table.columns());
    table.scan(
        block -> {
          profiler.add(block);
          beside.accept(block);
        });
    return profiler.finish();
  }

  private void add(Block block) {
    IntStream each = IntStream.range(0, columns.size());
    if (block.rows() >= WORTH_THREADS) {
      each = each.parallel();
    }
    each.forEach(column -> accumulators.get(column).add(block.chunk(column)));
    rowHashes.add(block, row -> duplicateRows++);
    rows += block.rows();
  }

  private Profiling finish() {
    List<ColumnProfile> profiles = accumulators.stream().map(ColumnAccumulator::profile).toList();
    List<Distinct> values = accumulators.stream().map(ColumnAccumulator::values).toList();
    return new Profiling(
        columns, new Profile(rows, profiles), values, rowHashes.givenUp() ? -1 : duplicateRows);
  }
}
