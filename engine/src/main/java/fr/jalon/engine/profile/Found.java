package fr.jalon.engine.profile;

import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a search found: an exact count and the first cells or rows, at most {@value #MAX_HITS}. */
public final class Found {
  public static final int MAX_HITS = 20;

  /** A text that differs before this letter is shown from its beginning. */
  private static final int SHOWN_WHOLE = 150;

  private static final int BEFORE_DIFFERENCE = 60;

  private final List<Hit> hits = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Hit> left = new ArrayList<>();
  private long count;
  private final Cover cover;
  private final @Nullable Map<String, Long> groups;
  private long changed;

  Found() {
    this(Cover.NONE, false);
  }

  /**
   * @param grouped true when the cells that become alike are to be counted
   */
  Found(Cover cover, boolean grouped) {
    this.cover = cover;
    this.groups = grouped ? new HashMap<>() : null;
  }

  /**
   * How what is found is shown: values that are not to be seen are covered whole, before they are
   * cut.
   *
   * @param found for a cell as it is
   * @param after for a cell as it would become
   */
  public record Cover(UnaryOperator<String> found, UnaryOperator<String> after) {
    /** Everything is shown as it is. */
    public static final Cover NONE = new Cover(UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * A cell, or a whole row when it has no column.
   *
   * @param sourceRow 1-based in the file
   */
  public record Hit(@Nullable Column column, long sourceRow, String value) {
    /** As a spreadsheet writes it: "B12", or "12" for a row. */
    public String address() {
      return column == null
          ? Long.toString(sourceRow)
          : fr.jalon.engine.table.Address.of(column, sourceRow);
    }
  }

  /**
   * A cell and what it would become, both cut around the first letter that differs.
   *
   * @param sourceRow 1-based in the file
   */
  public record Change(@Nullable Column column, long sourceRow, String before, String after) {
    /** As a spreadsheet writes it: "B12". */
    public String address() {
      return new Hit(column, sourceRow, before).address();
    }
  }

  /** How many of the cells found would be changed. */
  public long changed() {
    return changed;
  }

  /** The first of them. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** The first of those found that would stay as they are. */
  public List<Hit> left() {
    return List.copyOf(left);
  }

  public long count() {
    return count;
  }

  /** How many cells each of the texts written in their place has; empty when nobody asked. */
  public Map<String, Long> groups() {
    return groups == null ? Map.of() : Collections.unmodifiableMap(groups);
  }

  void group(String after, long cells) {
    if (groups != null) {
      groups.merge(after, cells, Long::sum);
    }
  }

  public List<Hit> hits() {
    return List.copyOf(hits);
  }

  void more(long cells) {
    count += cells;
  }

  boolean full() {
    return (hits.size() >= MAX_HITS || hits.size() >= count)
        && (changes.size() >= MAX_HITS || changes.size() >= changed)
        && (changed == 0 || left.size() >= MAX_HITS || left.size() >= count - changed);
  }

  void hit(@Nullable Column column, long sourceRow, String value) {
    if (hits.size() < MAX_HITS) {
      hits.add(new Hit(column, sourceRow, ColumnAccumulator.cut(cover.found().apply(value))));
    }
  }

  /** A cell found that would stay as it is, while others change. */
  void left(@Nullable Column column, long sourceRow, String value) {
    if (left.size() < MAX_HITS) {
      left.add(new Hit(column, sourceRow, ColumnAccumulator.cut(cover.found().apply(value))));
    }
  }

  void moreChanged(long cells) {
    changed += cells;
  }

  void change(@Nullable Column column, long sourceRow, String asIs, String becomes) {
    if (changes.size() < MAX_HITS) {
      String before = cover.found().apply(asIs);
      String after = cover.after().apply(becomes);
      int differs = 0;
      while (differs < Math.min(before.length(), after.length())
          && before.charAt(differs) == after.charAt(differs)) {
        differs++;
      }
      int from = differs < SHOWN_WHOLE ? 0 : differs - BEFORE_DIFFERENCE;
      changes.add(new Change(column, sourceRow, cut(before, from), cut(after, from)));
    }
  }

  private static String cut(String text, int from) {
    int start = Math.min(from, text.length());
    return (start > 0 ? "…" : "") + ColumnAccumulator.cut(text.substring(start));
  }
}
