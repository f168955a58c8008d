package fr.jalon.portal.deposit.describe;

import java.util.Locale;

/** Where an answer comes from. */
public enum Origin {
  /** A sheet of the workbook that tells what the others hold. */
  METADATA_SHEET,
  /** A row above the table. */
  TITLE_ROW,
  SHEET,
  FILE_NAME,
  SCHEMA,
  /** Names of columns, for want of a better name. */
  COLUMNS,
  /** Rows and columns as they will be published. */
  ROWS,
  DATES,
  CODES,
  /** The authority that publishes. */
  AUTHORITY,
  /** Words of the title and of the columns. */
  WORDS,
  /** The former version of the dataset. */
  BEFORE,
  /** Another dataset of the same authority. */
  OTHER_DATASET,
  /** Nothing in the file says it: what suits most. */
  USUAL,
  /** Nothing says it: the person is asked. */
  UNKNOWN,
  /** The person wrote it. */
  TYPED;

  /** Its name in message keys ("file-name"). */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
