package fr.jalon.engine.table;

/**
 * A row of the file that is not a row of the table.
 *
 * @param row 1-based record number
 * @param reason why it was left out
 * @param text its non-empty cells, joined and cut to 200 characters
 */
public record SkippedRow(long row, RowRole reason, String text) {}
