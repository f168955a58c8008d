package fr.jalon.engine.profile;

import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search found: an exact count and the first cells or rows, at most {@value #MAX_HITS}. */
public final class Found {
  public static final int MAX_HITS = 20;

  private final List<Hit> hits = new ArrayList<>();
  private long count;

  Found() {}

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

  public long count() {
    return count;
  }

  public List<Hit> hits() {
    return List.copyOf(hits);
  }

  void more(long cells) {
    count += cells;
  }

  boolean full() {
    return hits.size() >= MAX_HITS || hits.size() >= count;
  }

  void hit(@Nullable Column column, long sourceRow, String value) {
    if (hits.size() < MAX_HITS) {
      hits.add(new Hit(column, sourceRow, ColumnAccumulator.cut(value)));
    }
  }
}
