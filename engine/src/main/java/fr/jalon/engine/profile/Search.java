package fr.jalon.engine.profile;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.Text;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for values and rows in a table: everything sought is ordered first, then found in one scan,
 * which ends as soon as all is located, and does not take place when there is nothing to locate.
 *
 * <p>Values are judged once each, on the profile's distinct values; those that did not fit there
 * are judged once a block.
 */
public final class Search {
  private final Profiling profiling;
  private final List<ValueSearch> values = new ArrayList<>();
  private final List<RowSearch> rows = new ArrayList<>();

  public Search(Profiling profiling) {
    this.profiling = profiling;
  }

  /** Seeks the non-blank cells of a column whose value passes the test. */
  public Found values(int column, Predicate<Text> test) {
    ValueSearch search = new ValueSearch(column, test, profiling.values().get(column));
    values.add(search);
    return search.found;
  }

  /** Seeks the blank cells of a column. */
  public Found blanks(int column) {
    Found found = new Found();
    found.more(profiling.profile().columns().get(column).empty());
    rows.add(new RowSearch(new BlankCells(column), profiling.columns().get(column), found, true));
    return found;
  }

  /**
   * Seeks rows.
   *
   * @param column shown in the address and sample of each; null shows the whole row
   */
  public Found rows(@Nullable Column column, RowTest test) {
    Found found = new Found();
    rows.add(new RowSearch(test, column, found, false));
    return found;
  }

  /** Finds all that was ordered. */
  public void run(Table table) throws IOException, UnreadableFile {
    if (done()) {
      return;
    }
    try {
      table.scan(this::look);
    } catch (AllFound enough) {
      return;
    }
  }

  private void look(Block block) throws AllFound {
    for (int column = 0; column < block.width(); column++) {
      look(block, column);
    }
    for (RowSearch search : rows) {
      search.look(block);
    }
    if (done()) {
      throw new AllFound();
    }
  }

  private void look(Block block, int column) {
    int @Nullable [] known = null;
    for (ValueSearch search : values) {
      if (search.column == column && !search.done()) {
        if (known == null) {
          known = known(block.chunk(column), profiling.values().get(column));
        }
        search.look(block, known, profiling.columns().get(column));
      }
    }
  }

  private static int[] known(Chunk chunk, Distinct distinct) {
    int[] known = new int[chunk.distinct()];
    for (int code = 0; code < known.length; code++) {
      known[code] = distinct.find(chunk.value(code));
    }
    return known;
  }

  private boolean done() {
    for (ValueSearch search : values) {
      if (!search.done()) {
        return false;
      }
    }
    for (RowSearch search : rows) {
      if (!search.counted || !search.found.full()) {
        return false;
      }
    }
    return true;
  }

  private static final class ValueSearch {
    private final int column;
    private final Predicate<Text> test;
    private final boolean complete;
    private final BitSet sought = new BitSet();
    private final Found found = new Found();

    ValueSearch(int column, Predicate<Text> test, Distinct distinct) {
      this.column = column;
      this.test = test;
      this.complete = distinct.complete();
      for (int index = 0; index < distinct.size(); index++) {
        if (test.test(distinct.value(index))) {
          sought.set(index);
          found.more(distinct.count(index));
        }
      }
    }

    boolean done() {
      return complete && found.full();
    }

    void look(Block block, int[] known, Column place) {
      Chunk chunk = block.chunk(column);
      boolean[] codes = new boolean[known.length];
      boolean any = false;
      int[] counts = null;
      for (int code = 0; code < known.length; code++) {
        if (known[code] >= 0) {
          codes[code] = sought.get(known[code]);
        } else if (!complete) {
          Text value = chunk.value(code);
          codes[code] = !value.isBlank() && test.test(value);
          if (codes[code]) {
            counts = counts == null ? chunk.counts() : counts;
            found.more(counts[code]);
          }
        }
        any |= codes[code];
      }
      for (int row = 0; any && row < chunk.rows() && !found.full(); row++) {
        int code = chunk.code(row);
        if (codes[code]) {
          found.hit(place, block.sourceRow(row), chunk.value(code).toString());
        }
      }
    }
  }

  private record RowSearch(RowTest test, @Nullable Column column, Found found, boolean counted) {
    void look(Block block) {
      if (counted && found.full()) {
        return;
      }
      test.look(
          block,
          row -> {
            if (!counted) {
              found.more(1);
            }
            if (found.hits().size() < Found.MAX_HITS) {
              found.hit(column, block.sourceRow(row), shown(block, row));
            }
          });
    }

    private String shown(Block block, int row) {
      if (column != null) {
        return block.chunk(column.index()).at(row).toString();
      }
      StringBuilder shown = new StringBuilder();
      for (Chunk chunk : block.chunks()) {
        Text value = chunk.at(row);
        if (!value.isBlank() && shown.length() < 200) {
          shown.append(shown.isEmpty() ? "" : " | ").append(value.toString().strip());
        }
      }
      return shown.toString();
    }
  }

  private record BlankCells(int column) implements RowTest {
    @Override
    public void look(Block block, java.util.function.IntConsumer sought) {
      Chunk chunk = block.chunk(column);
      boolean[] blank = new boolean[chunk.distinct()];
      for (int code = 0; code < blank.length; code++) {
        blank[code] = chunk.value(code).isBlank();
      }
      for (int row = 0; row < chunk.rows(); row++) {
        if (blank[chunk.code(row)]) {
          sought.accept(row);
        }
      }
    }
  }

  /** Ends a scan early; nothing is wrong. */
  private static final class AllFound extends IOException {
    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
