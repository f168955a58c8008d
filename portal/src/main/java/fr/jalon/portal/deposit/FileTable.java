package fr.jalon.portal.deposit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a file as its owner knows it: letters above, row numbers at the left, and beside each
 * row that is not data what it was taken for.
 *
 * @param place the sheet or layer it is from, in words, "" when the file has none
 * @param letters above the columns; the names of the columns where the file gives them itself
 * @param named whether they are names
 * @param gap number of the row before which rows are left unsaid, 0 when it is after the last one,
 *     -1 when all rows are there
 */
public record FileTable(
    String place, List<String> letters, boolean named, List<FileRow> rows, long gap) {
  public FileTable {
    letters = List.copyOf(letters);
    rows = List.copyOf(rows);
  }

  /**
   * @param number in the file, from 1
   * @param style "titles" for the rows that name the columns, "total", "aside" for others left out,
   *     "" for data
   * @param role what the row was taken for, in words; null for data
   * @param cells as many as letters; or a single one, for a row further down, shown as one text
   */
  public record FileRow(long number, String style, @Nullable String role, List<String> cells) {
    public FileRow {
      cells = List.copyOf(cells);
    }
  }
}
