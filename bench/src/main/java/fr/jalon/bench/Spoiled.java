package fr.jalon.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A table with faults, each cell with all that it was on the way: the right value first, what the
 * file holds last.
 *
 * @param faults what was done, for people
 * @param extra rows that should not be there, behind the others
 */
record Spoiled(
    CleanTable clean,
    List<String> faults,
    List<List<List<String>>> history,
    List<List<String>> extra) {
  private static final int SOME = 7;

  static Spoiled of(CleanTable clean) {
    List<List<List<String>>> history = new ArrayList<>();
    for (List<String> row : clean.rows()) {
      List<List<String>> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(new ArrayList<>(List.of(cell))));
      history.add(cells);
    }
    return new Spoiled(clean, new ArrayList<>(), history, new ArrayList<>());
  }

  String cell(int row, int column) {
    List<String> all = history.get(row).get(column);
    return all.get(all.size() - 1);
  }

  boolean isRight(int row, int column) {
    return history.get(row).get(column).size() == 1;
  }

  /**
   * Spoils a column, whole or one cell in seven; a cell that is already spoiled in a way that hides
   * its form is left as it is.
   */
  boolean spoil(Fault fault, int column, boolean whole, Random random) {
    boolean done = false;
    for (int row = 0; row < history.size(); row++) {
      String text = cell(row, column);
      if (!fault.fits(text) || !whole && random.nextInt(SOME) > 0) {
        continue;
      }
      String spoiled = fault.of(text, random);
      if (spoiled != null && !spoiled.equals(text)) {
        history.get(row).get(column).add(spoiled);
        done = true;
      }
    }
    if (done) {
      faults.add(fault + " in " + clean.names().get(column) + (whole ? "" : ", some"));
    }
    return done;
  }

  /** Puts latitudes where longitudes should be on some rows; false when there are none. */
  boolean swapCoordinates(Random random) {
    int longitude = clean.names().indexOf("longitude");
    int latitude = clean.names().indexOf("latitude");
    if (longitude < 0 || latitude < 0) {
      return false;
    }
    for (int row = 0; row < history.size(); row++) {
      if (random.nextInt(SOME) == 0) {
        String x = cell(row, longitude);
        history.get(row).get(longitude).add(cell(row, latitude));
        history.get(row).get(latitude).add(x);
      }
    }
    faults.add("COORDINATES_SWAPPED");
    return true;
  }

  /** Some rows twice. */
  void repeatRows(Random random) {
    for (int i = 0; i < 3; i++) {
      int row = random.nextInt(history.size());
      List<String> cells = new ArrayList<>();
      history.get(row).forEach(cell -> cells.add(cell.get(cell.size() - 1)));
      extra.add(cells);
    }
    faults.add("ROWS_REPEATED");
  }

  /** A row of totals at the end; false when there is nothing to add up. */
  boolean addTotal() {
    List<String> total = new ArrayList<>();
    boolean summed = false;
    for (int column = 0; column < clean.names().size(); column++) {
      List<String> values = clean.column(column);
      boolean amounts = values.stream().allMatch(value -> value.matches("-?\\d+\\.\\d\\d"));
      summed |= amounts;
      total.add(
          amounts
              ? values.stream()
                  .map(BigDecimal::new)
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .toString()
              : "");
    }
    if (summed && total.get(1).isEmpty()) {
      total.set(1, "TOTAL");
      extra.add(total);
      faults.add("TOTAL_ADDED");
    }
    return summed;
  }

  /** As a file of today: UTF-8, semicolons, quotes where they are needed. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    line(clean.names(), csv);
    for (int row = 0; row < history.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < clean.names().size(); column++) {
        cells.add(cell(row, column));
      }
      line(cells, csv);
    }
    extra.forEach(row -> line(row, csv));
    return csv.toString();
  }

  private static void line(List<String> cells, StringBuilder csv) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      csv.append(i > 0 ? ";" : "");
      boolean quoted = cell.matches("(?s).*[;\"\\r\\n].*");
      csv.append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
    }
    csv.append("\r\n");
  }
}
