package fr.jalon.engine.rule.variant;

/** What tells that a value is a variant of another. */
public enum Reason {
  /** The same letters, capitals apart: "ORLEANS" and "Orleans". */
  CASE,
  /** The same letters, some without their accents: "Orleans" and "Orléans". */
  ACCENTS,
  /** The same words, with other spaces, dashes or points between them. */
  PUNCTUATION,
  /** A rare value one or two letters away from a frequent one. */
  TYPO,
  /** Other columns of the row go with another value nearly everywhere else: code and label. */
  DEPENDENCY,
  /** A number whose unit is spelled otherwise than in most cells. */
  UNIT
}
