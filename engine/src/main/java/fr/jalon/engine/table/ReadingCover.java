package fr.jalon.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A reading as it may be shown when something of the file is not to be: the rows of the file as it
 * is are in it too, those of other tables and those left out.
 *
 * @param columns what the cells of a column become, by its place in the file
 * @param elsewhere what any other text becomes
 */
public record ReadingCover(
    Map<Integer, UnaryOperator<String>> columns, UnaryOperator<String> elsewhere) {
  /** Stands for a cell of which nothing is known but that it may be one of those not shown. */
  public static final String COVERED = "•••";

  /** Rows that say what the table is rather than what it holds. */
  private static final Set<RowRole> PRESENTATION =
      Set.of(RowRole.TITLE, RowRole.HEADER, RowRole.UNITS);

  /** Rows that hold cells of the table, or of another like it, without being rows of it. */
  private static final Set<RowRole> ROWS_APART =
      Set.of(RowRole.HIDDEN, RowRole.OTHER_TABLE, RowRole.TOTAL);

  public ReadingCover {
    columns = Map.copyOf(columns);
  }

  /** The same reading, covered. */
  public Reading of(Reading reading) {
    boolean plain = reading.shape() == Shape.ROWS;
    return new Reading(
        reading.format(),
        reading.encoding(),
        reading.bom(),
        reading.delimiter(),
        reading.quote(),
        reading.escape(),
        reading.recordEnd(),
        reading.sheet(),
        reading.sheets().stream().map(this::sheet).toList(),
        reading.headerRows(),
        reading.firstDataRow(),
        reading.rows(),
        reading.columns(),
        reading.skipped().stream().map(this::skipped).toList(),
        reading.head().stream().map(row -> plain ? own(row) : turned(row)).toList(),
        reading.crs(),
        reading.tables().stream().map(this::table).toList(),
        reading.table(),
        reading.shape(),
        reading.notes());
  }

  private SkippedRow skipped(SkippedRow row) {
    boolean apart = !columns.isEmpty() && ROWS_APART.contains(row.reason());
    return new SkippedRow(row.row(), row.reason(), apart ? COVERED : elsewhere.apply(row.text()));
  }

  /** A row of the table's own sheet. */
  private SourceRow own(SourceRow row) {
    boolean presentation = PRESENTATION.contains(row.role());
    boolean other = !columns.isEmpty() && row.role() == RowRole.OTHER_TABLE;
    List<String> cells = new ArrayList<>(row.cells().size());
    for (int place = 0; place < row.cells().size(); place++) {
      UnaryOperator<String> cover = presentation ? elsewhere : columns.get(place);
      cells.add(other ? covered(row.cells().get(place)) : cover(row.cells().get(place), cover));
    }
    return new SourceRow(row.row(), row.role(), cells);
  }

  private String cover(String cell, @Nullable UnaryOperator<String> own) {
    if (cell.isBlank()) {
      return cell;
    }
    return own == null ? elsewhere.apply(cell) : own.apply(cell);
  }

  /** Once the table is turned, columns lie elsewhere in the file. */
  private SourceRow turned(SourceRow row) {
    return columns.isEmpty() ? own(row) : hidden(row, Set.of(RowRole.TITLE));
  }

  private SheetSummary sheet(SheetSummary sheet) {
    return new SheetSummary(
        sheet.name(),
        sheet.hidden(),
        sheet.rows(),
        sheet.columns(),
        sheet.role(),
        sheet.head().stream().map(this::beside).toList());
  }

  private TableSummary table(TableSummary table) {
    return new TableSummary(
        table.firstRow(),
        table.lastRow(),
        table.rows(),
        table.columns(),
        table.head().stream().map(this::beside).toList());
  }

  /** A table beside one that speaks of people may speak of the same. */
  private SourceRow beside(SourceRow row) {
    return hidden(row, columns.isEmpty() ? Set.of(RowRole.values()) : PRESENTATION);
  }

  private SourceRow hidden(SourceRow row, Set<RowRole> shown) {
    boolean isShown = shown.contains(row.role());
    return new SourceRow(
        row.row(),
        row.role(),
        row.cells().stream()
            .map(cell -> isShown ? cover(cell, elsewhere) : covered(cell))
            .toList());
  }

  private static String covered(String cell) {
    return cell.isBlank() ? cell : COVERED;
  }
}
