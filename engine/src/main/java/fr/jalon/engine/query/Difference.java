package fr.jalon.engine.query;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Page.PageColumn;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a table, the one before and the one after, counted exactly.
 *
 * <p>Rows are matched by their key or, without one, as whole rows: then none is {@code changed}, a
 * row met twice before and once after is one row the same and one gone. Only columns that both have
 * by the very same name are compared; the others are told apart. Cells are compared as values:
 * nothing is like nothing, 1.50 like 1.5, and a column that was a number and is a text now is
 * compared as it is written.
 *
 * @param same rows before that are after just as they were
 * @param key the columns that matched the rows, empty when they were matched whole
 * @param keyProblem why the key asked for could not match them, null when it could or none was
 *     asked for
 * @param changedColumns the columns with changed cells, most cells first
 * @param addedRows the first ones, with all their columns; their total is {@code added}
 * @param goneRows the first ones, with all their columns; their total is {@code gone}
 * @param changedRows the first ones
 */
public record Difference(
    long rowsBefore,
    long rowsAfter,
    long added,
    long gone,
    long changed,
    long same,
    List<String> key,
    @Nullable KeyProblem keyProblem,
    List<PageColumn> columnsAdded,
    List<PageColumn> columnsGone,
    List<RetypedColumn> columnsRetyped,
    List<ChangedColumn> changedColumns,
    Page addedRows,
    Page goneRows,
    List<ChangedRow> changedRows) {
  /** Rows shown of each kind: as many as are read before one looks at the file itself. */
  public static final int SAMPLES = 20;

  public Difference {
    key = List.copyOf(key);
    columnsAdded = List.copyOf(columnsAdded);
    columnsGone = List.copyOf(columnsGone);
    columnsRetyped = List.copyOf(columnsRetyped);
    changedColumns = List.copyOf(changedColumns);
    changedRows = List.copyOf(changedRows);
  }

  /** True when rows were matched by a key. */
  public boolean byKey() {
    return !key.isEmpty();
  }

  /** True when no row and no column differs. */
  public boolean isNone() {
    return added + gone + changed == 0
        && columnsAdded.isEmpty()
        && columnsGone.isEmpty()
        && columnsRetyped.isEmpty();
  }

  /** A column whose values have another type. */
  public record RetypedColumn(String name, ValueType before, ValueType after) {}

  /** How many cells of a column changed, in the rows that have the same key. */
  public record ChangedColumn(String name, long cells) {}

  /**
   * A row of the same key whose cells are not all the same.
   *
   * @param before its 0-based number in the file before
   * @param after its 0-based number in the file after
   * @param key the values of its key, as a {@link Page} gives them
   */
  public record ChangedRow(
      long before, long after, List<@Nullable Object> key, List<ChangedCell> cells) {
    public ChangedRow {
      key = Page.row(key);
      cells = List.copyOf(cells);
    }
  }

  /** A cell that was one value and is another, as a {@link Page} gives them; null for nothing. */
  public record ChangedCell(String column, @Nullable Object before, @Nullable Object after) {}

  static Page none(List<PageColumn> columns) {
    return new Page(columns, Collections.emptyList(), List.of(), 0);
  }
}
