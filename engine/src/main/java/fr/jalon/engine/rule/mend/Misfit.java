package fr.jalon.engine.rule.mend;

/** Why an accepted mend is not applied. It is then left out whole, and told. */
public enum Misfit {
  /** A column it needs is not in the table, or several bear its name. */
  NO_SUCH_COLUMN,
  /** A column of the table already bears the name it would give. */
  NAME_TAKEN,
  /** What it was proposed for changed since: another text in the cell, a filled column. */
  CHANGED_SINCE,
  /** Another accepted mend says the contrary. */
  EXCLUDED,
  /**
   * It asks for the impossible: columns that exchange their names, a value mapped to two others.
   */
  CONTRADICTORY,
  /** Made by another version of Jalon, or by hand. */
  UNKNOWN;

  /** As in messages: "no-such-column". */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
