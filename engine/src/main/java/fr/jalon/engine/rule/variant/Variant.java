package fr.jalon.engine.rule.variant;

/**
 * A value of a column that is better written otherwise.
 *
 * @param from the value as the cells have it
 * @param to the final writing: never itself the {@code from} of another variant of the column
 * @param fromCount cells that bear {@code from}
 * @param toCount cells that bear {@code to}; 0 when a unit makes a writing that no cell has yet
 */
public record Variant(String from, String to, long fromCount, long toCount, Reason reason) {
  public Variant {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a variant must change something, got " + from);
    }
  }
}
