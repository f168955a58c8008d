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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
  private final Map<Integer, List<ValueSearch>> values = new TreeMap<>();
  private final List<RowSearch> rows = new ArrayList<>();
  private final Map<Integer, UnaryOperator<String>> covers;
  private @Nullable Witness witness;

  public Search(Profiling profiling) {
    this(profiling, Map.of());
  }

  /**
   * @param covers how values of some columns are shown, by the index of the column: those of which
   *     nobody is to see a value
   */
  public Search(Profiling profiling, Map<Integer, UnaryOperator<String>> covers) {
    this.profiling = profiling;
    this.covers = Map.copyOf(covers);
  }

  private Found found(@Nullable Column column) {
    UnaryOperator<String> cover = column == null ? null : covers.get(column.index());
    return cover == null ? new Found() : new Found(new Found.Cover(cover, cover), false);
  }

  /** Seeks the non-blank cells of a column whose value passes the test. */
  public Found values(int column, Predicate<Text> test) {
    return values(column, test, null);
  }

  /**
   * Seeks the non-blank cells of a column that the change would write otherwise, and those whose
   * value passes the test: a cell is never changed without being found. Every value passes by the
   * test, in order: distinct ones first, then those of each block that did not fit in the profile.
   */
  public Found values(int column, Predicate<Text> test, @Nullable UnaryOperator<String> change) {
    Found found = found(profiling.columns().get(column));
    return values(column, new ValueSearch(test, change, found));
  }

  /** Seeks the non-blank cells of a column whose value passes the test, shown otherwise. */
  public Found covered(int column, Predicate<Text> test, UnaryOperator<String> shown) {
    return values(
        column, new ValueSearch(test, null, new Found(new Found.Cover(shown, shown), false)));
  }

  /**
   * Seeks the non-blank cells of a column that the change would write otherwise, shown as the cover
   * says.
   *
   * @param grouped true to count the cells that become alike: for changes that leave few different
   *     values, for each one is kept
   */
  public Found hidden(
      int column, UnaryOperator<String> change, Found.Cover cover, boolean grouped) {
    return values(column, new ValueSearch(value -> false, change, new Found(cover, grouped)));
  }

  private Found values(int column, ValueSearch search) {
    values.computeIfAbsent(column, any -> new ArrayList<>()).add(search);
    return search.found;
  }

  /** Seeks the blank cells of a column. */
  public Found blanks(int column) {
    Found found = found(profiling.columns().get(column));
    found.more(profiling.profile().columns().get(column).empty());
    rows.add(
        new RowSearch(
            new BlankCells(column),
            profiling.columns().get(column),
            found,
            true,
            null,
            null,
            covers));
    return found;
  }

  /**
   * Seeks rows.
   *
   * @param column shown in the address and sample of each; null shows the whole row
   */
  public Found rows(@Nullable Column column, RowTest test) {
    return rows(column, test, null);
  }

  /**
   * Seeks rows.
   *
   * @param shown how a row, 0-based in its block, is shown; null shows the cell or the whole row
   */
  public Found rows(@Nullable Column column, RowTest test, @Nullable RowText shown) {
    return rows(column, test, shown, null);
  }

  /** Seeks rows that would be changed, each shown as it is and as it would be. */
  public Found rows(
      @Nullable Column column, RowTest test, @Nullable RowText shown, @Nullable RowText after) {
    Found found = found(column);
    rows.add(new RowSearch(test, column, found, false, shown, after, covers));
    return found;
  }

  /** Says a row of a block in words of its own. */
  @FunctionalInterface
  public interface RowText {
    String of(Block block, int row);
  }

  /** Finds all that was ordered; columns are searched in threads, one thread a column. */
  public void run(Table table) throws IOException, UnreadableFile {
    run(table, null);
  }

  /**
   * The same.
   *
   * @param all is told every cell and row found, not only the first: the scan then goes to its end
   */
  public void run(Table table, @Nullable Witness all) throws IOException, UnreadableFile {
    witness = all;
    values.entrySet().parallelStream()
        .forEach(column -> judge(profiling.values().get(column.getKey()), column.getValue()));
    if (done()) {
      return;
    }
    try {
      table.scan(this::look);
    } catch (AllFound enough) {
      return;
    }
  }

  /** Passes each distinct value by all the tests of its column, so that it is decoded once. */
  private static void judge(Distinct distinct, List<ValueSearch> searches) {
    for (int index = 0; index < distinct.size(); index++) {
      Text value = distinct.value(index);
      for (ValueSearch search : searches) {
        search.judge(value, index, distinct.count(index), search.sought, search.changed);
      }
    }
  }

  private void look(Block block) throws IOException {
    var columns = values.entrySet().stream();
    if (block.rows() >= Profiler.WORTH_THREADS) {
      columns = columns.parallel();
    }
    List<Marked> marks =
        columns
            .map(column -> look(block, column.getKey(), column.getValue()))
            .flatMap(List::stream)
            .collect(Collectors.toCollection(ArrayList::new));
    for (RowSearch search : rows) {
      BitSet hits = search.look(block, witness != null);
      if (!hits.isEmpty()) {
        int column = search.column == null ? -1 : search.column.index();
        marks.add(new Marked(search.found, column, true, hits, new BitSet()));
      }
    }
    if (witness != null) {
      witness.see(block, marks);
    }
    if (done()) {
      throw new AllFound();
    }
  }

  /** What was found, when somebody asks for all of it. */
  private List<Marked> look(Block block, int column, List<ValueSearch> searches) {
    Distinct distinct = profiling.values().get(column);
    List<ValueSearch> open =
        searches.stream()
            .filter(search -> witness != null || !search.done(distinct.complete()))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    Chunk chunk = block.chunk(column);
    int[] known = known(chunk, distinct);
    if (!distinct.complete()) {
      judgeUnknown(chunk, known, open);
    }
    List<Marked> marks = new ArrayList<>();
    for (ValueSearch search : open) {
      Marked all = witness == null ? null : search.all(chunk, known, column);
      if (all != null) {
        marks.add(all);
      }
      search.look(chunk, known, block.sourceRows(), profiling.columns().get(column));
    }
    return marks;
  }

  /** Passes the values of a block that did not fit in the profile by the tests. */
  private static void judgeUnknown(Chunk chunk, int[] known, List<ValueSearch> searches) {
    int[] counts = chunk.counts();
    for (int code = 0; code < known.length; code++) {
      Text value = chunk.value(code);
      if (known[code] >= 0 || value.isBlank()) {
        continue;
      }
      for (ValueSearch search : searches) {
        search.judge(value, code, counts[code], search.soughtHere, search.changedHere);
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
    if (witness != null) {
      return false;
    }
    for (Map.Entry<Integer, List<ValueSearch>> column : values.entrySet()) {
      boolean complete = profiling.values().get(column.getKey()).complete();
      for (ValueSearch search : column.getValue()) {
        if (!search.done(complete)) {
          return false;
        }
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
    private final Predicate<Text> test;
    private final @Nullable UnaryOperator<String> change;

    /** Indexes of the profile's distinct values that are sought, and those changed among them. */
    private final BitSet sought = new BitSet();

    private final BitSet changed = new BitSet();

    /** Codes of the block at hand that are, among those that are not in the profile. */
    private final BitSet soughtHere = new BitSet();

    private final BitSet changedHere = new BitSet();
    private final Found found;

    ValueSearch(Predicate<Text> test, @Nullable UnaryOperator<String> change, Found found) {
      this.test = test;
      this.change = change;
      this.found = found;
    }

    void judge(Text value, int at, long cells, BitSet all, BitSet ofThemChanged) {
      String after = change == null ? null : change.apply(value.toString());
      boolean changes = after != null && !after.equals(value.toString());
      if (after != null) {
        found.group(after, cells);
      }
      if (changes) {
        ofThemChanged.set(at);
        found.moreChanged(cells);
      }
      if (test.test(value) || changes) {
        all.set(at);
        found.more(cells);
      }
    }

    boolean done(boolean complete) {
      return complete && found.full();
    }

    /** Every row of the chunk that is sought, null when there is none. */
    @Nullable Marked all(Chunk chunk, int[] known, int column) {
      boolean[] found = new boolean[known.length];
      boolean any = false;
      for (int code = 0; code < known.length; code++) {
        found[code] = known[code] < 0 ? soughtHere.get(code) : sought.get(known[code]);
        any |= found[code];
      }
      if (!any) {
        return null;
      }
      BitSet hits = new BitSet(chunk.rows());
      BitSet others = new BitSet();
      for (int row = 0; row < chunk.rows(); row++) {
        int code = chunk.code(row);
        if (found[code]) {
          hits.set(row);
          if (known[code] < 0 ? changedHere.get(code) : changed.get(known[code])) {
            others.set(row);
          }
        }
      }
      return new Marked(this.found, column, false, hits, others);
    }

    /** {@code known} gives for each code of the chunk its index in the profile, or -1. */
    void look(Chunk chunk, int[] known, long[] sourceRows, Column place) {
      for (int row = 0; row < chunk.rows() && !found.full(); row++) {
        int code = chunk.code(row);
        if (known[code] < 0 ? soughtHere.get(code) : sought.get(known[code])) {
          String value = chunk.value(code).toString();
          found.hit(place, sourceRows[row], value);
          boolean changes = known[code] < 0 ? changedHere.get(code) : changed.get(known[code]);
          if (changes && change != null) {
            found.change(place, sourceRows[row], value, change.apply(value));
          } else if (change != null) {
            found.left(place, sourceRows[row], value);
          }
        }
      }
      soughtHere.clear();
      changedHere.clear();
    }
  }

  private record RowSearch(
      RowTest test,
      @Nullable Column column,
      Found found,
      boolean counted,
      @Nullable RowText text,
      @Nullable RowText after,
      Map<Integer, UnaryOperator<String>> covers) {
    BitSet look(Block block, boolean whole) {
      BitSet all = new BitSet();
      if (counted && found.full() && !whole) {
        return all;
      }
      test.look(
          block,
          row -> {
            if (whole) {
              all.set(row);
            }
            if (!counted) {
              found.more(1);
            }
            if (found.hits().size() < Found.MAX_HITS) {
              if (after == null) {
                found.hit(column, block.sourceRow(row), shown(block, row));
              } else {
                String before = shown(block, row);
                found.hit(column, block.sourceRow(row), cell(block, row));
                found.change(column, block.sourceRow(row), before, after.of(block, row));
              }
            }
          });
      return all;
    }

    private String shown(Block block, int row) {
      return text == null ? cell(block, row) : text.of(block, row);
    }

    private String cell(Block block, int row) {
      if (column != null) {
        return block.chunk(column.index()).at(row).toString();
      }
      StringBuilder shown = new StringBuilder();
      for (int index = 0; index < block.width(); index++) {
        Text value = block.chunk(index).at(row);
        if (!value.isBlank() && shown.length() < 200) {
          UnaryOperator<String> cover = covers.getOrDefault(index, UnaryOperator.identity());
          shown.append(shown.isEmpty() ? "" : " | ").append(cover.apply(value.toString().strip()));
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
