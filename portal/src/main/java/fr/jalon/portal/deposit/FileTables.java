package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.table.Address;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.portal.deposit.FileTable.FileRow;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes the left side of "Voici ce que j'ai lu": the file with each row named for what it is. */
final class FileTables {
  /** Rows further down than the head that are worth showing: totals, notes, repeated titles. */
  private static final int FURTHER_DOWN = 12;

  /** Cells of a page, beyond which neither we nor browsers are at ease. */
  private static final int MOST_CELLS = 20_000;

  private final Page page;

  FileTables(Page page) {
    this.page = page;
  }

  /**
   * @param named true when the columns have names of their own, in no row of the file
   */
  FileTable of(Inspection inspection, Reading reading, boolean named) {
    int widest = reading.head().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int width = Math.min(widest, MOST_CELLS / Reading.HEAD_ROWS);
    Set<Long> totals = totals(inspection);
    List<FileRow> rows = new ArrayList<>();
    for (SourceRow row : reading.head()) {
      rows.add(row(row, width, totals.contains(row.row())));
    }
    long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
    List<FileRow> further = furtherDown(inspection, reading, last);
    rows.addAll(further);
    boolean names = named && reading.columns().size() == width;
    long next = further.isEmpty() ? 0 : further.get(0).number();
    boolean all = further.isEmpty() ? !goesOn(reading) : next == last + 1;
    return new FileTable(
        reading.sheet() == null ? "" : place(reading.sheet(), named),
        names ? reading.columns() : IntStream.range(0, width).mapToObj(Address::letters).toList(),
        names,
        rows,
        all ? -1 : next);
  }

  private String place(String sheet, boolean named) {
    return page.t(named ? "deposit.reading.layer" : "deposit.reading.sheet", sheet);
  }

  /** True when the file has more rows of data than its head shows. */
  private static boolean goesOn(Reading reading) {
    long shown = reading.head().stream().filter(row -> Layout.isKept(row.role())).count();
    return reading.shape() == Shape.ROWS && reading.rows() > shown;
  }

  private FileRow row(SourceRow row, int width, boolean total) {
    List<String> cells =
        new ArrayList<>(
            row.cells().stream().limit(width).map(cell -> Shapes.inWords(page, cell)).toList());
    while (cells.size() < width) {
      cells.add("");
    }
    RowRole role = row.role() == RowRole.DATA && total ? RowRole.TOTAL : row.role();
    return role == RowRole.DATA
        ? new FileRow(row.row(), "", null, cells)
        : new FileRow(row.row(), style(role), name(role), spread(cells));
  }

  /** A lone first cell, which a spreadsheet lets run over its empty neighbors. */
  private static List<String> spread(List<String> cells) {
    boolean alone =
        !cells.isEmpty() && cells.subList(1, cells.size()).stream().allMatch(String::isBlank);
    return alone ? cells.subList(0, 1) : cells;
  }

  private List<FileRow> furtherDown(Inspection inspection, Reading reading, long last) {
    TreeMap<Long, FileRow> rows = new TreeMap<>();
    for (SkippedRow row : reading.skipped()) {
      if (row.row() > last && row.reason() != RowRole.BLANK) {
        rows.put(row.row(), one(row.row(), row.reason(), row.text()));
      }
    }
    for (Cause.Sample sample : totalSamples(inspection)) {
      long number = number(sample);
      if (number > last) {
        rows.put(number, one(number, RowRole.TOTAL, sample.value().replace(" | ", " · ")));
      }
    }
    return rows.values().stream().limit(FURTHER_DOWN).toList();
  }

  private FileRow one(long number, RowRole role, String text) {
    return new FileRow(number, style(role), name(role), List.of(text));
  }

  private static Set<Long> totals(Inspection inspection) {
    Set<Long> rows = new HashSet<>();
    totalSamples(inspection).forEach(sample -> rows.add(number(sample)));
    return rows;
  }

  /** Rows of totals are still in the table: a repair sets them aside when one agrees. */
  private static List<Cause.Sample> totalSamples(Inspection inspection) {
    return inspection.findings().stream()
        .filter(finding -> finding.code().equals("total-row"))
        .flatMap(finding -> finding.samples().stream())
        .filter(sample -> sample.address().matches("[0-9]{1,15}"))
        .toList();
  }

  private static long number(Cause.Sample sample) {
    return Long.parseLong(sample.address());
  }

  private static String style(RowRole role) {
    return switch (role) {
      case HEADER -> "titles";
      case TOTAL -> "total";
      case DATA -> "";
      case TITLE, BLANK, UNITS, NOTE, REPEATED_HEADER, GROUP, OTHER_TABLE, HIDDEN -> "aside";
    };
  }

  private String name(RowRole role) {
    return page.t("deposit.role." + role.name());
  }
}
