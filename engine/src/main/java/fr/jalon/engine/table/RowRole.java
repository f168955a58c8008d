package fr.jalon.engine.table;

/** What a row of the file is. */
public enum RowRole {
  TITLE,
  HEADER,
  DATA,
  BLANK,
  UNITS,
  TOTAL,
  NOTE,
  REPEATED_HEADER,
  GROUP,
  /** Of another table of the same sheet. */
  OTHER_TABLE,
  /** Hidden by somebody in the sheet. */
  HIDDEN
}
