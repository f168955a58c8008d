package fr.jalon.engine.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why columns cannot tell the rows of two tables apart.
 *
 * @param missing those of them that one of the tables does not have; nothing else is counted then
 */
public record KeyProblem(List<String> missing, Side before, Side after) {
  public KeyProblem {
    missing = List.copyOf(missing);
  }

  static KeyProblem missing(List<String> columns) {
    return new KeyProblem(columns, Side.SOUND, Side.SOUND);
  }

  /**
   * What is wrong with the key in one table.
   *
   * @param blank rows in which one of the columns is empty
   * @param repeated different keys that several rows bear
   * @param rows the rows that bear them
   * @param samples those that most rows bear
   */
  public record Side(long blank, long repeated, long rows, List<RepeatedKey> samples) {
    static final Side SOUND = new Side(0, 0, 0, List.of());

    public Side {
      samples = List.copyOf(samples);
    }

    /** True when every row has a key of its own. */
    public boolean isSound() {
      return blank == 0 && repeated == 0;
    }
  }

  /** A key, as a {@link Page} gives its values, and the rows that bear it. */
  public record RepeatedKey(List<@Nullable Object> key, long rows) {
    public RepeatedKey {
      key = Page.row(key);
    }
  }
}
