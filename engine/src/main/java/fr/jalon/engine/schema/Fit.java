package fr.jalon.engine.schema;

/** How the values of a column fit a field. */
public enum Fit {
  /**
   * The column holds what the field wants, unit included, and its name or its values leave no doubt
   * that it is this field: giving it the field's name tells no lie.
   */
  FITS,

  /** Nothing speaks against it, and it is not certain: a blank column, or values of two minds. */
  UNKNOWN,

  /** The column plainly holds something else: yes and no for a kind of soil, metres for cm. */
  CONTRARY
}
