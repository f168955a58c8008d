package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.util.Arrays;

/** Cells of an old workbook, which need not come in order, kept until their sheet ends. */
final class UnorderedCells {
  /** Such a file is already over 50 MB. */
  private static final int MAX_CELLS = 5_000_000;

  private long[] places = new long[256];
  private String[] values = new String[256];
  private int count;
  private boolean sorted = true;

  /** Adds a cell; rows and columns are 0-based. */
  void add(int row, int column, String value) throws IOException {
    if (value.isEmpty()) {
      return;
    }
    if (count == MAX_CELLS) {
      throw new RefusedException("too-many-cells", "cells", MAX_CELLS);
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    long place = (long) row << 16 | column;
    sorted &= count == 0 || places[count - 1] < place;
    places[count] = place;
    values[count++] = value;
  }

  /** Sets the cells down in order; of two at one place the first one holds. */
  void moveTo(Sheet sheet) throws IOException {
    Integer[] order = sorted ? null : order();
    long last = -1;
    for (int i = 0; i < count; i++) {
      int at = order == null ? i : order[i];
      long place = places[at];
      if (place == last) {
        continue;
      }
      if (last >= 0 && place >> 16 != last >> 16) {
        sheet.rows.endRow((last >> 16) + 1);
      }
      sheet.cell((int) (place & 0xffff), values[at]);
      last = place;
    }
    if (last >= 0) {
      sheet.rows.endRow((last >> 16) + 1);
    }
  }

  private Integer[] order() {
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(places[a], places[b]));
    return order;
  }
}
