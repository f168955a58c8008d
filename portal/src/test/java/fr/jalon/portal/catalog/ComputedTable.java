package fr.jalon.portal.catalog;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A table whose rows are computed, to be exported in tests. */
record ComputedTable(List<String> names, int rows, IntFunction<List<String>> row) implements Table {
  @Override
  public List<Column> columns() {
    return IntStream.range(0, names.size()).mapToObj(i -> new Column(i, i, names.get(i))).toList();
  }

  @Override
  public void scan(BlockSink sink) throws IOException, UnreadableFile {
    List<Block> blocks = new ArrayList<>();
    BlockBuilder builder = new BlockBuilder(names.size(), blocks::add);
    for (int i = 0; i < rows; i++) {
      row.apply(i).forEach(builder::cell);
      builder.endRow(i + 2L);
    }
    builder.finish();
    for (Block block : blocks) {
      sink.accept(block);
    }
  }

  @Override
  public Reading reading() {
    throw new UnsupportedOperationException("made, not read");
  }
}
