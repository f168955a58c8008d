package fr.jalon.engine.rule.variant;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which columns go with which others in a table, and the values that dissent: the hospital whose
 * number comes with one name twenty times and with another one once.
 *
 * <p>A column is determined by another when, among rows that share a value of the other, nearly all
 * bear one value. Learnt from the rows; a column of one value is determined by nothing.
 */
final class Dependencies {
  /** Share of the rows that bear the value of their group. */
  private static final double CONFIDENCE = 0.9;

  /** Rows from which a group says anything. */
  private static final int GROUP = 3;

  private static final int FEWEST_GROUPS = 3;

  /** Rows a value of the determining column has on average. */
  private static final int REPEATS = 3;

  /** Comparisons of a row's two columns, all pairs together: a tenth of a second or so. */
  private static final long MAX_LOOKS = 60_000_000;

  /** Quantities and moments differ from row to row without being wrong. */
  private static final Set<Kind> MEASURES =
      Set.of(
          Kinds.DATE,
          Kinds.DATETIME,
          Kinds.YEAR,
          Kinds.PERIOD,
          Kinds.DECIMAL,
          Kinds.LATITUDE,
          Kinds.LONGITUDE,
          Kinds.LAMBERT93_X,
          Kinds.LAMBERT93_Y,
          Kinds.POINT,
          Kinds.GEOMETRY,
          Kinds.JSON,
          Kinds.EMPTY);

  private final List<Distinct> values;
  private final int[][] rows;
  private final int rowCount;
  private long looks;
  private final boolean[][] owning;
  private final List<Map<Long, Votes>> votes = new ArrayList<>();

  /** By determining column, which others it determines: few columns are determining. */
  private final Map<Integer, BitSet> determines = new HashMap<>();

  private Dependencies(Profiling profiling, Block block) {
    values = profiling.values();
    rowCount = block.rows();
    rows = new int[values.size()][];
    owning = noneOwning(profiling);
    for (int column = 0; column < values.size(); column++) {
      votes.add(new HashMap<>());
    }
    List<Integer> determined = determined(profiling.profile().columns());
    List<Integer> determining = determining(determined.size());
    for (int column : determined) {
      rows[column] = indices(block.chunk(column), values.get(column));
    }
    for (int column : determining) {
      if (rows[column] == null) {
        rows[column] = indices(block.chunk(column), values.get(column));
      }
    }
    for (int column : determining) {
      Groups groups = new Groups(rows[column], values.get(column).size());
      BitSet others = new BitSet();
      for (int other : determined) {
        others.set(other, other != column && isDetermined(groups, other));
      }
      determines.put(column, others);
    }
    for (int column : determining) {
      Groups groups = null;
      for (int other : determined) {
        if (determines(column, other)) {
          groups = groups == null ? new Groups(rows[column], values.get(column).size()) : groups;
          collect(groups, column, other);
        }
      }
    }
  }

  private boolean determines(int column, int other) {
    BitSet others = determines.get(column);
    return others != null && others.get(other);
  }

  static Dependencies of(Profiling profiling, Block block) {
    return new Dependencies(profiling, block);
  }

  static boolean[][] noneOwning(Profiling profiling) {
    return profiling.values().stream()
        .map(distinct -> new boolean[distinct.size()])
        .toArray(boolean[][]::new);
  }

  /**
   * What speaks for one value in place of another.
   *
   * @param rows that dissent
   * @param determinants columns that say so
   * @param oneToOne determinants among them that the column determines in turn
   * @param strong determinants that say so with ten rows against one
   */
  record Votes(int rows, int determinants, int oneToOne, int strong) {
    static final Votes NONE = new Votes(0, 0, 0, 0);
  }

  /** For each distinct value of a column, whether it is the value of some group. */
  boolean[] owning(int column) {
    return owning[column];
  }

  /** What speaks for which value of a column in place of which, by {@link #pair}. */
  Map<Long, Votes> votes(int column) {
    return votes.get(column);
  }

  /**
   * The dissenting values of a column that another column explains: where most rows of a group
   * dissent, the group is a thing of its own ("ak_hf-1" among "al_hf-1" in the rows of Alaska).
   */
  Set<Integer> explained(int column, Set<Integer> dissents) {
    Set<Integer> explained = new HashSet<>();
    if (dissents.isEmpty()) {
      return explained;
    }
    boolean[] dissenting = new boolean[values.get(column).size()];
    dissents.forEach(value -> dissenting[value] = true);
    for (int other = 0; other < rows.length; other++) {
      if (other != column && rows[other] != null) {
        looks += 2L * rowCount;
        if (looks > MAX_LOOKS) {
          // what could not be looked into is not told
          return Set.copyOf(dissents);
        }
        explain(rows[column], rows[other], values.get(other).size(), dissenting, explained);
      }
    }
    return explained;
  }

  private static void explain(
      int[] rows, int[] groups, int groupCount, boolean[] dissenting, Set<Integer> explained) {
    int[] all = new int[groupCount];
    int[] faulty = new int[groupCount];
    for (int row = 0; row < rows.length; row++) {
      if (groups[row] >= 0 && rows[row] >= 0) {
        all[groups[row]]++;
        faulty[groups[row]] += dissenting[rows[row]] ? 1 : 0;
      }
    }
    for (int row = 0; row < rows.length; row++) {
      int group = groups[row];
      if (group >= 0
          && rows[row] >= 0
          && dissenting[rows[row]]
          && faulty[group] >= GROUP
          && faulty[group] * 2 > all[group]) {
        explained.add(rows[row]);
      }
    }
  }

  static long pair(int from, int to) {
    return (long) from << 32 | to;
  }

  private List<Integer> determined(List<ColumnProfile> profiles) {
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < values.size(); column++) {
      Distinct distinct = values.get(column);
      if (distinct.complete()
          && distinct.size() > 1
          && !MEASURES.contains(profiles.get(column).asKind())
          && profiles.get(column).filled() >= 2L * distinct.size()) {
        columns.add(column);
      }
    }
    return columns;
  }

  private List<Integer> determining(int determined) {
    long each = (long) rowCount * Math.max(1, determined) * 2;
    int limit = (int) Math.min(Integer.MAX_VALUE, MAX_LOOKS / Math.max(1, each));
    return IntStream.range(0, values.size())
        .filter(
            column ->
                values.get(column).complete()
                    && values.get(column).size() >= FEWEST_GROUPS
                    && rowCount >= (long) REPEATS * values.get(column).size())
        .boxed()
        .sorted(Comparator.comparingInt((Integer column) -> values.get(column).size()).reversed())
        .limit(limit)
        .toList();
  }

  private static int[] indices(Chunk chunk, Distinct distinct) {
    int[] ofCode = new int[chunk.distinct()];
    for (int code = 0; code < ofCode.length; code++) {
      ofCode[code] = chunk.value(code).isBlank() ? -1 : distinct.find(chunk.value(code));
    }
    int[] rows = new int[chunk.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = ofCode[chunk.code(row)];
    }
    return rows;
  }

  /** The rows of a table, those of the same value together. */
  private static final class Groups {
    final int[] order;
    final int[] starts;

    Groups(int[] values, int distinct) {
      starts = new int[distinct + 1];
      for (int value : values) {
        if (value >= 0) {
          starts[value + 1]++;
        }
      }
      for (int value = 0; value < distinct; value++) {
        starts[value + 1] += starts[value];
      }
      int[] next = starts.clone();
      order = new int[starts[distinct]];
      for (int row = 0; row < values.length; row++) {
        if (values[row] >= 0) {
          order[next[values[row]]++] = row;
        }
      }
    }

    int count() {
      return starts.length - 1;
    }
  }

  /** Counts the values of one column in a group of rows. */
  private static final class Tally {
    final int[] counts;
    final int[] met;
    int distinct;
    int total;
    int best;

    Tally(int values) {
      counts = new int[values];
      met = new int[values];
    }

    void count(Groups groups, int group, int[] values) {
      clear();
      for (int i = groups.starts[group]; i < groups.starts[group + 1]; i++) {
        int value = values[groups.order[i]];
        if (value >= 0) {
          if (counts[value]++ == 0) {
            met[distinct++] = value;
          }
          if (best < 0 || counts[value] > counts[best]) {
            best = value;
          }
          total++;
        }
      }
    }

    private void clear() {
      for (int i = 0; i < distinct; i++) {
        counts[met[i]] = 0;
      }
      distinct = 0;
      total = 0;
      best = -1;
    }
  }

  private boolean isDetermined(Groups groups, int other) {
    Tally tally = new Tally(values.get(other).size());
    long all = 0;
    long agreeing = 0;
    int counted = 0;
    int first = -1;
    boolean several = false;
    for (int group = 0; group < groups.count(); group++) {
      if (groups.starts[group + 1] - groups.starts[group] >= GROUP) {
        tally.count(groups, group, rows[other]);
        if (tally.total >= GROUP) {
          counted++;
          all += tally.total;
          agreeing += tally.counts[tally.best];
          first = first < 0 ? tally.best : first;
          several |= tally.best != first;
        }
      }
    }
    return several && counted >= FEWEST_GROUPS && agreeing >= CONFIDENCE * all;
  }

  private void collect(Groups groups, int column, int other) {
    Tally tally = new Tally(values.get(other).size());
    Map<Long, Votes> once = new HashMap<>();
    for (int group = 0; group < groups.count(); group++) {
      if (groups.starts[group + 1] - groups.starts[group] >= 2) {
        tally.count(groups, group, rows[other]);
        for (int i = 0; i < tally.distinct; i++) {
          vote(tally, tally.met[i], once, other);
        }
      }
    }
    boolean back = determines(other, column);
    once.forEach(
        (pair, votes) ->
            this.votes
                .get(other)
                .merge(
                    pair,
                    new Votes(votes.rows(), 1, back ? 1 : 0, votes.strong() > 0 ? 1 : 0),
                    (a, b) ->
                        new Votes(
                            a.rows() + b.rows(),
                            a.determinants() + b.determinants(),
                            a.oneToOne() + b.oneToOne(),
                            a.strong() + b.strong())));
  }

  private void vote(Tally tally, int value, Map<Long, Votes> once, int other) {
    int mine = tally.counts[value];
    int most = tally.counts[tally.best];
    if (value == tally.best || mine == most) {
      owning[other][value] |= mine >= 2;
    } else if (most >= GROUP && most >= GROUP * mine) {
      int strong = most >= 10 * mine ? 1 : 0;
      once.merge(
          pair(value, tally.best),
          new Votes(mine, 1, 0, strong),
          (a, b) -> new Votes(a.rows() + b.rows(), 1, 0, Math.min(a.strong(), b.strong())));
    }
  }
}
