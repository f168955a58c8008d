package fr.jalon.engine.format;

import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.TableSummary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of the tables of a sheet is read, and what is said of the others. */
public final class SeveralTables {
  /** A first table shorter than this gives way to one {@link #MUCH_LONGER} times as long. */
  private static final int SHORT_TABLE = 10;

  private static final int MUCH_LONGER = 20;

  /** As small as a legend: it gives way to a wider table {@link #LONGER} times as long. */
  private static final int LEGEND_ROWS = 4;

  private static final int LEGEND_COLUMNS = 2;
  private static final int LONGER = 3;

  private SeveralTables() {}

  /**
   * The 0-based table to read: the one asked for, the one whose header a person named, or the first
   * that is not next to nothing.
   */
  public static int choose(List<TableSummary> tables, ReadOptions options) throws RefusedException {
    Integer asked = options.table();
    if (asked != null) {
      if (asked < 1 || asked > Math.max(1, tables.size())) {
        throw new RefusedException("no-such-table", "table", asked);
      }
      return asked - 1;
    }
    int named = named(tables, options.headerRows());
    if (named >= 0) {
      return named;
    }
    int best = 0;
    for (int i = 1; i < tables.size(); i++) {
      best = givesWay(tables.get(best), tables.get(i)) ? i : best;
    }
    return best;
  }

  private static int named(List<TableSummary> tables, @Nullable List<Long> header) {
    if (header == null || header.isEmpty()) {
      return -1;
    }
    for (int i = tables.size() - 1; i >= 0; i--) {
      if (header.get(0) >= tables.get(i).firstRow()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean givesWay(TableSummary first, TableSummary other) {
    boolean legend =
        first.rows() <= LEGEND_ROWS
            && first.columns() <= LEGEND_COLUMNS
            && other.columns() > LEGEND_COLUMNS
            && other.rows() >= first.rows() * LONGER;
    return legend || first.rows() < SHORT_TABLE && other.rows() > first.rows() * MUCH_LONGER;
  }

  /**
   * @param number of the table read, from 1
   */
  public static Note note(int count, int number) {
    return new Note(
        "several-tables",
        Map.of("count", Integer.toString(count), "table", Integer.toString(number)));
  }
}
