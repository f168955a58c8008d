package fr.jalon.engine.profile;

import fr.jalon.engine.profile.ColumnProfile.Frequent;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Hash;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts one column, chunk by chunk. Each distinct value is judged once while there is room. */
final class ColumnAccumulator {
  private static final int TOP = 10;
  private static final int EXAMPLES = 5;
  private static final int MAX_SHOWN = 200;

  private final Column column;
  private final Words header;
  private final Distinct values;
  private final Extremes extremes = new Extremes();
  private final Shape shape = new Shape();
  private final long[] kindCounts = new long[Kinds.ALL.size()];
  private final long[] canonicalCounts = new long[Kinds.ALL.size()];
  private @Nullable HyperLogLog estimate;
  private long filled;
  private long empty;
  private int longest;
  private long kindBits;
  private long canonicalBits;

  /**
   * @param columns of the table
   */
  ColumnAccumulator(Column column, int columns) {
    this.column = column;
    this.values = new Distinct(columns);
    this.header = Words.of(column.name());
  }

  void add(Chunk chunk) {
    int[] counts = chunk.counts();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        add(chunk.value(code), counts[code]);
      }
    }
  }

  private void add(Text value, int count) {
    if (value.isBlank()) {
      empty += count;
      return;
    }
    filled += count;
    int known = values.size();
    int index = values.add(value);
    if (index >= 0 && index < known) {
      values.count(index, count);
      return;
    }
    judge(value);
    if (index >= 0) {
      values.count(index, count);
      values.judge(index, kindBits, canonicalBits);
    } else {
      tally(kindBits, canonicalBits, count);
      estimate().add(Hash.of(value.array(), value.offset(), value.length()));
    }
  }

  /** Made when the values no longer fit, from those that did. */
  private HyperLogLog estimate() {
    HyperLogLog made = estimate;
    if (made == null) {
      made = new HyperLogLog();
      for (int index = 0; index < values.size(); index++) {
        Text value = values.value(index);
        made.add(Hash.of(value.array(), value.offset(), value.length()));
      }
      estimate = made;
    }
    return made;
  }

  private void judge(Text value) {
    shape.look(value);
    long kinds = 0;
    long canonical = 0;
    for (int i = 0; i < Kinds.ALL.size(); i++) {
      Kind kind = Kinds.ALL.get(i);
      String written = kind.plausible(shape) ? kind.canonical(value) : null;
      if (written != null) {
        kinds |= 1L << i;
        if (written.equals(value.toString())) {
          canonical |= 1L << i;
        }
        if (kind == Kinds.DECIMAL) {
          extremes.number(written);
        } else if (kind == Kinds.DATETIME) {
          extremes.date(written);
        }
      }
    }
    extremes.text(value);
    longest = Math.max(longest, characters(value));
    kindBits = kinds;
    canonicalBits = canonical;
  }

  private void tally(long kinds, long canonical, long count) {
    for (long rest = kinds; rest != 0; rest &= rest - 1) {
      kindCounts[Long.numberOfTrailingZeros(rest)] += count;
    }
    for (long rest = canonical; rest != 0; rest &= rest - 1) {
      canonicalCounts[Long.numberOfTrailingZeros(rest)] += count;
    }
  }

  /**
   * Closes the count; nothing may be added afterwards. What it tells of people is not seen here.
   */
  ColumnProfile profile() {
    for (int index = 0; index < values.size(); index++) {
      tally(values.kinds(index), values.canonical(index), values.count(index));
    }
    ColumnEvidence evidence = new ColumnEvidence(header, values, kindCounts, filled);
    Kind kind = KindChooser.choose(evidence, filled);
    boolean judged = Kinds.ALL.contains(kind);
    long ofKind = judged ? kindCounts[Kinds.index(kind)] : filled;
    long canonical = judged ? canonicalCounts[Kinds.index(kind)] : filled;
    return new ColumnProfile(
        column.name(),
        column.letters(),
        ofKind < filled ? ValueType.TEXT : kind.type(),
        kind.code(),
        share(ofKind),
        share(canonical),
        filled,
        empty,
        values.complete() ? values.size() : estimate().estimate(),
        extremes.least(kind.type()),
        extremes.greatest(kind.type()),
        longest,
        top(),
        examples(),
        null);
  }

  Distinct values() {
    return values;
  }

  private double share(long count) {
    return filled == 0 ? 0 : (double) count / filled;
  }

  private List<Frequent> top() {
    PriorityQueue<Integer> best =
        new PriorityQueue<>(
            (a, b) -> {
              int byCount = Long.compare(values.count(a), values.count(b));
              return byCount != 0 ? byCount : Integer.compare(b, a);
            });
    for (int index = 0; index < values.size(); index++) {
      best.add(index);
      if (best.size() > TOP) {
        best.poll();
      }
    }
    List<Frequent> top = new ArrayList<>();
    for (Integer index = best.poll(); index != null; index = best.poll()) {
      top.add(0, new Frequent(cut(values.value(index).toString()), values.count(index)));
    }
    return top;
  }

  private List<String> examples() {
    List<String> examples = new ArrayList<>();
    for (int index = 0; index < Math.min(EXAMPLES, values.size()); index++) {
      examples.add(cut(values.value(index).toString()));
    }
    return examples;
  }

  static String cut(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN - 1) + "…";
  }

  private static int characters(Text value) {
    int characters = 0;
    for (int i = 0; i < value.length(); i++) {
      if ((value.at(i) & 0xC0) != 0x80) {
        characters++;
      }
    }
    return characters;
  }
}
