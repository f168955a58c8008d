package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.RowSpool;
import fr.jalon.engine.format.SideBySide;
import fr.jalon.engine.format.TableArea;
import fr.jalon.engine.format.TableCuts;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.TableSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The tables of one sheet, from top to bottom and left to right: nearly always one. */
record SheetTables(Sheet sheet, List<Layout> layouts) {
  private static final int TABLE_HEAD_ROWS = 6;

  static SheetTables of(Sheet sheet) throws IOException {
    List<Layout> layouts = new ArrayList<>();
    for (TableArea area : below(sheet.rows)) {
      Layout layout = SheetView.layout(sheet, area, null);
      List<TableArea> beside = beside(sheet.rows, layout);
      if (beside.isEmpty()) {
        layouts.add(layout);
      }
      for (TableArea side : beside) {
        layouts.add(SheetView.layout(sheet, side, null));
      }
    }
    return new SheetTables(sheet, List.copyOf(layouts));
  }

  /** Looks for tables one below the other; rows that can begin none are not looked into. */
  private static List<TableArea> below(RowSpool rows) throws IOException {
    TableCuts cuts = new TableCuts(false);
    RowSpool.Cursor cursor = rows.read();
    long before = 0;
    while (cursor.advance()) {
      long row = cursor.row();
      if (row > before + 1) {
        cuts.blank(row - 1);
      }
      before = row;
      if (cuts.isLooking() || cuts.isSuspect(cursor.cells())) {
        cursor.load();
        cuts.add(SheetView.gridRow(cursor, 0), row);
      } else {
        cuts.pass();
      }
    }
    cuts.finish();
    List<TableArea> areas = new ArrayList<>();
    long first = 1;
    for (TableCuts.Start start : cuts.starts()) {
      areas.add(TableArea.WHOLE.rows(first, start.row() - 1));
      first = start.row();
    }
    areas.add(TableArea.WHOLE.rows(first, Long.MAX_VALUE));
    return areas;
  }

  /** Looks for tables side by side, which no row anywhere joins. */
  private static List<TableArea> beside(RowSpool rows, Layout layout) throws IOException {
    TableArea area = layout.area();
    List<TableArea> areas = SideBySide.areas(SheetView.Ends.of(rows, area).head(), layout);
    if (areas.isEmpty()) {
      return areas;
    }
    RowSpool.Cursor cursor = rows.read();
    while (cursor.advance() && cursor.row() <= area.lastRow()) {
      if (cursor.row() > layout.headEnd()) {
        cursor.load();
        if (SideBySide.fills(areas, filled(cursor))) {
          return List.of();
        }
      }
    }
    return areas;
  }

  private static IntPredicate filled(RowSpool.Cursor cursor) {
    return column -> {
      for (int i = 0; i < cursor.cells(); i++) {
        if (cursor.column(i) == column) {
          return true;
        }
      }
      return false;
    };
  }

  List<TableSummary> summaries() throws IOException {
    List<TableSummary> summaries = new ArrayList<>();
    for (Layout layout : layouts) {
      summaries.add(summary(layout));
    }
    return summaries;
  }

  private TableSummary summary(Layout layout) throws IOException {
    long kept = 0;
    long last = 0;
    RowSpool.Cursor cursor = sheet.rows.read();
    while (cursor.advance() && cursor.row() <= layout.area().lastRow()) {
      if (cursor.row() >= layout.area().firstRow()) {
        cursor.load();
        GridRow row = SheetView.gridRow(cursor, sheet.rows.width());
        if (Layout.isKept(layout.role(row))) {
          kept++;
          last = cursor.row();
        }
      }
    }
    List<Long> header = layout.headerRows();
    long first = header.isEmpty() ? layout.firstDataRow() : header.get(0);
    List<SourceRow> head =
        layout.sourceRows(Layout.HEAD_ROWS).stream()
            .filter(row -> row.row() >= first && row.role() != RowRole.BLANK)
            .limit(TABLE_HEAD_ROWS)
            .toList();
    int columns = (int) layout.columns().stream().filter(column -> !column.isNameless()).count();
    return new TableSummary(first, last, kept, columns, head);
  }
}
