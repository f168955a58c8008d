package fr.jalon.engine.rule;

/**
 * A cause of trouble: how it is seen in a table and, where it can be, how it is put right.
 *
 * <p>It looks once at the facts and orders what must be searched in the cells; it never loops over
 * rows by itself. A rule about values is a test, or a change, of one value, run once per distinct
 * value.
 */
public interface Rule {
  /** Stable code, the name of its class, of its page and of its examples ("duplicate-header"). */
  String code();

  void look(Facts facts, Report report);

  /** What of the national model its causes go against. */
  default Against against() {
    return Against.COLUMNS;
  }

  /** What of a national model a cause departs from. */
  enum Against {
    /** The table the model asks for: a column missing, or under another name. */
    TABLE,
    /** What the model asks of the columns that answer it; nothing in other columns. */
    COLUMNS,
    /** Nothing: the model does not ask it. */
    NOTHING
  }
}
