package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.function.Predicate;

/** What a kind may ask of a whole column, once its values are counted. */
public final class ColumnEvidence {
  private final Words header;
  private final Distinct values;
  private final long[] kindCounts;
  private final long cells;

  /**
   * @param kindCounts cells of each kind, in the order of {@code Kinds.ALL}
   * @param cells of which shares are taken
   */
  ColumnEvidence(Words header, Distinct values, long[] kindCounts, long cells) {
    this.header = header;
    this.values = values;
    this.kindCounts = kindCounts;
    this.cells = cells;
  }

  /** The same column, when only so many of its cells say something. */
  ColumnEvidence among(long meaning) {
    return new ColumnEvidence(header, values, kindCounts, meaning);
  }

  /** The words of the column's name. */
  public Words header() {
    return header;
  }

  /** The share of the cells that are of this kind, 0 to 1. */
  public double share(Kind kind) {
    return (double) count(kind) / cells;
  }

  /** How many cells are of this kind. */
  public long count(Kind kind) {
    return kindCounts[Kinds.index(kind)];
  }

  /**
   * The share of the filled cells whose value, without the spaces around it, passes the test; of
   * those whose value is kept, when a column has too many.
   */
  public double shareOf(Predicate<String> test) {
    long passing = 0;
    long kept = 0;
    for (int index = 0; index < values.size(); index++) {
      kept += values.count(index);
      if (test.test(values.value(index).toString().strip())) {
        passing += values.count(index);
      }
    }
    return kept == 0 ? 0 : (double) passing / kept;
  }
}
