package fr.jalon.engine.format;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.RowRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides a {@link Layout}: the end of the table first ({@link Grid}), then its header ({@link
 * HeaderFinder} weighs the {@link Evidence}), then what every other row is.
 *
 * <p>Short files are the normal case, so every weight is a share of cells and none needs many rows.
 */
final class LayoutDetector {
  /** Columns weighed; the next ones of a very wide table follow the first. */
  private static final int MAX_WEIGHED_COLUMNS = 400;

  /** Share of the rows that have a figure in a column of figures without holes. */
  private static final double FULL = 0.8;

  private final Grid grid;
  private final Evidence evidence;
  private final HeaderFinder finder;

  LayoutDetector(List<GridRow> head, List<GridRow> tail) {
    this.grid = new Grid(head, tail);
    this.evidence =
        new Evidence(grid.cells, grid.shapes, grid.end, Math.min(grid.width, MAX_WEIGHED_COLUMNS));
    this.finder = new HeaderFinder(grid, evidence);
  }

  Layout detect(@Nullable List<Long> given, TableArea area) {
    RowRole[] roles = new RowRole[grid.head.size()];
    List<Note> notes = new ArrayList<>();
    boolean sideways = Sideways.is(grid);
    List<Integer> header = given == null ? finder.find() : given(given);
    if (sideways && given == null && header.size() > 1) {
      header = header.subList(0, 1);
    }
    boolean form = header.isEmpty() && given == null && isForm();
    int data = header.isEmpty() ? firstUntitledRow(form) : header.get(header.size() - 1) + 1;
    for (int r = 0; r < grid.head.size(); r++) {
      roles[r] = grid.filled[r] == 0 ? RowRole.BLANK : r < data ? RowRole.TITLE : RowRole.DATA;
      if (r >= grid.end && grid.filled[r] > 0) {
        roles[r] = RowRole.NOTE;
      }
    }
    header.forEach(r -> roles[r] = RowRole.HEADER);
    if (given == null && !header.isEmpty()) {
      keepOwnRows(data, roles).ifPresent(notes::add);
    }
    List<Integer> naming = header;
    if (given == null && !header.isEmpty()) {
      naming = finder.namingRows(header);
      if (naming.size() < header.size()) {
        List<Integer> named = naming;
        int other = header.stream().filter(r -> !named.contains(r)).findFirst().orElseThrow();
        notes.add(Layout.note("label-row", "row", grid.head.get(other).number()));
      }
      data = markUnits(data, roles);
    }
    List<List<String>> headerCells = header.stream().map(r -> grid.head.get(r).cells()).toList();
    markRows(data, roles, headerCells);
    long firstData = 0;
    for (int r = 0; r < grid.head.size() && firstData == 0; r++) {
      firstData = Layout.isKept(roles[r]) ? grid.head.get(r).number() : 0;
    }
    if (form && firstData > 0) {
      notes.add(Note.of("form-layout"));
    }
    List<Column> columns = new ColumnNames(grid).columns(naming);
    if (!form && firstData > 0) {
      turnable(sideways, columns, data).ifPresent(notes::add);
    }
    return new Layout(
        grid.head,
        Arrays.asList(roles),
        naming.stream().map(r -> grid.head.get(r).number()).toList(),
        firstData,
        grid.footRow,
        columns,
        headerCells,
        notes,
        area,
        mayGroup(data));
  }

  /**
   * Rows above the names that are made as those below them are rows of the table: somebody sorted
   * the names with the rest, or put them in further down.
   */
  private Optional<Note> keepOwnRows(int data, RowRole[] roles) {
    OwnRows own = OwnRows.of(grid, data, grid.end);
    int kept = 0;
    for (int r = 0; r < data; r++) {
      if (roles[r] == RowRole.TITLE && own.has(grid.head.get(r)) && !evidence.isYearRow(r)) {
        roles[r] = RowRole.DATA;
        kept++;
      }
    }
    return kept == 0
        ? Optional.empty()
        : Optional.of(Layout.note("rows-above-header", "count", kept));
  }

  /** What could be turned: a table on its side, or a crosstab. */
  private Optional<Note> turnable(boolean sideways, List<Column> columns, int data) {
    if (sideways) {
      return Optional.of(Note.of("transposed"));
    }
    Crosstab crosstab =
        Crosstab.of(
            columns.stream().map(Column::name).toList(),
            c -> {
              int place = columns.get(c).sourceIndex();
              return place < MAX_WEIGHED_COLUMNS
                  && place < grid.width
                  && (evidence.isTyped(place, data - 1)
                      || !evidence.holdsSomething(place, data - 1));
            });
    return Optional.ofNullable(crosstab)
        .map(
            found ->
                new Note(
                    "crosstab",
                    Map.of(
                        "count", Integer.toString(found.labels().size()),
                        "name", found.name(),
                        "value", found.value(),
                        "first", found.labels().get(0),
                        "last", found.labels().get(found.labels().size() - 1))));
  }

  private List<Integer> given(List<Long> rows) {
    List<Integer> indexes = new ArrayList<>();
    for (int r = 0; r < grid.head.size(); r++) {
      if (rows.contains(grid.head.get(r).number())) {
        indexes.add(r);
      }
    }
    return indexes;
  }

  /** The first row that is not a title, when nothing names the columns. */
  private int firstUntitledRow(boolean form) {
    if (form) {
      return 0;
    }
    int usual = grid.usualFilled();
    for (int r = 0; r < grid.end; r++) {
      boolean title =
          grid.filled[r] == 0
              || usual >= 2
                  && grid.filled[r] < Math.max(2, 0.34 * usual)
                  && evidence.typedShare(r) == 0;
      if (!title) {
        return r;
      }
    }
    return 0;
  }

  /** A form: labels beside their values, several times across the page, and no column names. */
  private boolean isForm() {
    int labels = 0;
    int pairs = 0;
    for (int c = 0; c + 1 < Math.min(grid.width, 40); c++) {
      if (evidence.holdsLabels(c)) {
        labels++;
        pairs += evidence.holdsLabels(c + 1) ? 0 : 1;
      }
    }
    return labels >= 2 && pairs == labels;
  }

  private int markUnits(int data, @Nullable RowRole[] roles) {
    if (data < grid.end && grid.filled[data] > 0 && grid.isUnits(data, evidence)) {
      roles[data] = RowRole.UNITS;
      return data + 1;
    }
    return data;
  }

  /**
   * One text alone is a title for other rows where these have two figures or more: where they have
   * many empty cells, it is one of them.
   */
  private boolean mayGroup(int data) {
    if (evidence.typedColumns(Math.max(0, data - 1)) < 2) {
      return false;
    }
    int rows = 0;
    int[] figures = new int[Math.min(grid.width, MAX_WEIGHED_COLUMNS)];
    for (int r = data; r < grid.end; r++) {
      if (grid.filled[r] > 1) {
        rows++;
        for (int c = 0; c < Math.min(figures.length, grid.shapes[r].length); c++) {
          figures[c] += grid.shapes[r][c].isTyped() ? 1 : 0;
        }
      }
    }
    int least = (int) Math.ceil(FULL * rows);
    return Arrays.stream(figures).filter(count -> count >= least).count() >= 2;
  }

  private void markRows(int data, RowRole[] roles, List<List<String>> headerCells) {
    boolean groups = mayGroup(data);
    for (int r = data; r < grid.end; r++) {
      if (roles[r] != RowRole.DATA) {
        continue;
      }
      GridRow row = grid.head.get(r);
      if (headerCells.stream().anyMatch(header -> RowMarks.sameCells(header, row))) {
        roles[r] = RowRole.REPEATED_HEADER;
      } else if (RowMarks.isTotal(row)) {
        roles[r] = RowRole.TOTAL;
      } else if (groups && RowMarks.isGroup(row)) {
        roles[r] = RowRole.GROUP;
      }
    }
  }
}
