package fr.jalon.engine.check;

/**
 * A question asked of every table.
 *
 * <p>It looks at the facts and orders what must be searched in the cells; it never loops over rows
 * by itself. A check about values is a test on one value, run once per distinct value.
 */
public interface Check {
  /** Stable code, the name of its page and of its examples ("duplicate-header"). */
  String code();

  void look(Facts facts, Report report);
}
