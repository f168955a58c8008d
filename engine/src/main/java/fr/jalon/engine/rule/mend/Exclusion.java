package fr.jalon.engine.rule.mend;

/**
 * Why two mends cannot be accepted together: the whole list. All others give the same table in any
 * order, for what is accepted is applied in an order of its own.
 */
public enum Exclusion {
  /** The same cells read in two ways: day first or month first, decimals or thousands. */
  TWO_READINGS,
  /** One value, or one cell, would become two different ones. */
  TWO_VALUES,
  /** One column would get two names, or two columns the same one. */
  TWO_NAMES,
  /** Two choices of what is hidden in one column. */
  TWO_CHOICES
}
