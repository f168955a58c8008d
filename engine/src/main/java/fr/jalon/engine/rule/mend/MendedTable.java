package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.Text;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A table as it becomes once mends are applied; the table underneath is not touched. Distinct
 * values are changed once a block, so that applying costs as little as checking.
 */
final class MendedTable implements Table {
  private final Table table;
  private final Plan plan;
  private final List<Column> columns = new ArrayList<>();

  MendedTable(Table table, Plan plan) {
    this.table = table;
    this.plan = plan;
    for (Column column : table.columns()) {
      if (!plan.drops(column.index())) {
        String name = plan.names().getOrDefault(column.index(), column.name());
        columns.add(new Column(columns.size(), column.sourceIndex(), name));
      }
    }
    for (String name : plan.sections().values()) {
      columns.add(new Column(columns.size(), -1, name));
    }
    for (String name : plan.added().keySet()) {
      columns.add(new Column(columns.size(), -1, name));
    }
  }

  @Override
  public Reading reading() {
    return table.reading().withColumns(columns.stream().map(Column::name).toList());
  }

  @Override
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  @Override
  public void scan(BlockSink sink) throws IOException, UnreadableFile {
    Scan scan = new Scan(sink);
    table.scan(scan);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  /**
   * Rows to be set aside were announced as the file has them: one that only an edited cell makes
   * like them stays, and so does one that an edit put right.
   */
  private static final class Leaving {
    private final RowTest asRead;
    private final RowTest asEdited;

    Leaving(Criterion rows, List<Column> columns) {
      asRead = rows.test(columns);
      asEdited = rows.test(columns);
    }

    void look(Block source, Block edited, boolean[] kept) {
      if (source == edited) {
        asRead.look(source, row -> kept[row] = false);
        return;
      }
      boolean[] announced = new boolean[kept.length];
      asRead.look(source, row -> announced[row] = true);
      asEdited.look(edited, row -> kept[row] &= !announced[row]);
    }
  }

  /** The titles of sections met so far: announced as the file has them, said as they are edited. */
  private static final class Sections {
    private final int column;
    private String title = "";

    Sections(int column) {
      this.column = column;
    }

    Chunk look(Block source, Block edited, boolean[] kept) {
      BitSet titles = SectionsToColumn.titles(source, column);
      ChunkBuilder sections = new ChunkBuilder();
      for (int row = 0; row < kept.length; row++) {
        if (titles.get(row)) {
          title = edited.chunk(column).at(row).toString().strip();
          kept[row] = false;
        }
        sections.add(title);
      }
      return sections.build();
    }
  }

  private final class Scan implements BlockSink {
    private final BlockSink sink;
    private final List<Leaving> setAside =
        plan.setAside().stream().map(rows -> new Leaving(rows, table.columns())).toList();
    private final List<Sections> sections =
        plan.sections().keySet().stream().map(Sections::new).toList();
    private long firstRow;

    Scan(BlockSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Block source) throws IOException {
      Block block = changed(kept(source, edited(source)));
      if (block.rows() > 0) {
        sink.accept(new Block(firstRow, block.sourceRows(), chunks(block)));
        firstRow += block.rows();
      }
    }

    private Block edited(Block block) {
      if (plan.edits().isEmpty()) {
        return block;
      }
      Map<Integer, Map<Integer, String>> byColumn = new HashMap<>();
      for (int row = 0; row < block.rows(); row++) {
        int edited = row;
        plan.edits()
            .getOrDefault(block.sourceRow(row), Map.of())
            .forEach(
                (column, text) ->
                    byColumn.computeIfAbsent(column, any -> new HashMap<>()).put(edited, text));
      }
      List<Chunk> chunks = new ArrayList<>(block.chunks());
      byColumn.forEach((column, edits) -> chunks.set(column, with(chunks.get(column), edits)));
      return new Block(block.firstRow(), block.sourceRows(), chunks);
    }

    /** A column of a block with other texts, by row. */
    private Chunk with(Chunk chunk, Map<Integer, String> edits) {
      ChunkBuilder builder = new ChunkBuilder();
      for (int row = 0; row < chunk.rows(); row++) {
        String text = edits.get(row);
        if (text != null) {
          builder.add(text);
        } else {
          Text value = chunk.at(row);
          builder.add(value.array(), value.offset(), value.length());
        }
      }
      return builder.build();
    }

    private Block kept(Block source, Block block) {
      if (setAside.isEmpty() && sections.isEmpty()) {
        return block;
      }
      boolean[] kept = new boolean[block.rows()];
      Arrays.fill(kept, true);
      setAside.forEach(rows -> rows.look(source, block, kept));
      List<Chunk> whole = new ArrayList<>(block.chunks());
      sections.forEach(each -> whole.add(each.look(source, block, kept)));
      long[] rows = new long[block.rows()];
      int count = 0;
      for (int row = 0; row < kept.length; row++) {
        if (kept[row]) {
          rows[count++] = block.sourceRow(row);
        }
      }
      List<Chunk> chunks = whole.stream().map(chunk -> chunk.keep(kept)).toList();
      return new Block(block.firstRow(), Arrays.copyOf(rows, count), chunks);
    }

    private Block changed(Block block) {
      List<Chunk> chunks = new ArrayList<>(block.chunks());
      for (int column = 0; column < chunks.size(); column++) {
        UnaryOperator<String> change = plan.change(column);
        if (change != null) {
          chunks.set(column, chunks.get(column).map(change));
        }
      }
      Block changed = new Block(block.firstRow(), block.sourceRows(), chunks);
      for (UnaryOperator<Block> change : plan.rowChanges()) {
        changed = change.apply(changed);
      }
      return changed;
    }

    private List<Chunk> chunks(Block block) {
      List<Chunk> chunks = new ArrayList<>(columns.size());
      for (int column = 0; column < block.width(); column++) {
        if (!plan.drops(column)) {
          chunks.add(block.chunk(column));
        }
      }
      for (String value : plan.added().values()) {
        chunks.add(Chunk.constant(value, block.rows()));
      }
      return chunks;
    }
  }
}
