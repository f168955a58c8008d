package fr.jalon.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of data as every page shows it: letters and row numbers as in a spreadsheet, the type of
 * each column in words, cells at fault marked.
 *
 * @param id of its region in the page, unique
 * @param caption what the table is; always there for those who listen
 * @param captionShown false when the heading above already says it
 * @param corner number of the row that names the columns, "" to say none
 */
public record DataTable(
    String id,
    String caption,
    boolean captionShown,
    List<DataColumn> columns,
    List<DataRow> rows,
    String corner) {
  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public DataTable(
      String id,
      String caption,
      boolean captionShown,
      List<DataColumn> columns,
      List<DataRow> rows) {
    this(id, caption, captionShown, columns, rows, "");
  }

  /** The same table, saying at its corner which row names the columns. */
  public DataTable cornered(String headerRow) {
    return new DataTable(id, caption, captionShown, columns, rows, headerRow);
  }

  /** True when at least one column has letters to show. */
  public boolean lettered() {
    return columns.stream().anyMatch(column -> !column.letters().isEmpty());
  }

  /** True when at least one row has a number to show. */
  public boolean numbered() {
    return rows.stream().anyMatch(row -> !row.number().isEmpty());
  }

  /** True when at least one row says what it is. */
  public boolean roles() {
    return rows.stream().anyMatch(row -> row.role() != null);
  }

  /**
   * @param letters as a spreadsheet shows above, "" for none
   * @param type in words ("date"), "" for none
   * @param numeric true to align right
   * @param sort "ascending", "descending", "none" when it can be sorted, null when it cannot
   * @param sortHref where the next order is, null when it cannot be sorted
   */
  public record DataColumn(
      String letters,
      String name,
      String type,
      boolean numeric,
      @Nullable String sort,
      @Nullable String sortHref) {
    public static DataColumn plain(String letters, String name, String type, boolean numeric) {
      return new DataColumn(letters, name, type, numeric, null, null);
    }
  }

  /**
   * @param number shown at its left, "" for none
   * @param role what the row is when it is not data ("titre"), null for data
   */
  public record DataRow(String number, @Nullable String role, List<DataCell> cells) {
    public DataRow {
      cells = List.copyOf(cells);
    }

    /** The mark in the margin: "faulty", "mild" when there is a remedy for all, null for none. */
    public @Nullable String mark() {
      if (cells.stream().allMatch(cell -> cell.fault() == null)) {
        return null;
      }
      return cells.stream().allMatch(cell -> cell.fault() == null || cell.mild())
          ? "faulty mild"
          : "faulty";
    }
  }

  /**
   * @param fault why the cell is at fault, in words; null when it is not
   * @param mild true when there is a remedy at hand: marked, but not as an error
   */
  public record DataCell(String text, @Nullable String fault, boolean mild) {
    /** Text longer than this is clipped, the rest shown on focus. */
    public static final int LONG = 60;

    public static DataCell of(String text) {
      return new DataCell(text, null, false);
    }

    public boolean isLong() {
      return text.length() > LONG;
    }
  }
}
