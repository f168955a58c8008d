package fr.jalon.engine.rule.mend;

/**
 * When a change of values is made, whatever the order in which it was accepted: texts first, then
 * codes, numbers and dates, each being read more surely once the former are right.
 */
public enum Stage {
  PROTECT,
  ESCAPES,
  LETTERS,
  UNSEEN,
  LINES,
  SPACES,
  NOTHING_KNOWN,
  POINT_ZERO,
  CODES,
  ZEROS,
  SIGNS,
  UNITS,
  THOUSANDS,
  NUMBERS,
  DAY_NUMBERS,
  DATES,
  VALUES,
  PLACES,
  OUTLINES_CLOSED,
  OUTLINES_CLEARED,
  OUTLINES_TURNED,
  UNIT
}
