package fr.jalon.portal.deposit;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a table is asked for.
 *
 * @param whole every row and column, not only those with something to look at
 * @param row number in the file of a row to be shown, null for any
 * @param page from 1
 */
record TableAsk(boolean whole, @Nullable Long row, int page) {
  static final TableAsk FIRST = new TableAsk(false, null, 1);

  TableAsk {
    page = Math.max(1, page);
  }
}
