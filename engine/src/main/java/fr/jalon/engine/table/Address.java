package fr.jalon.engine.table;

/** Cell addresses as spreadsheets write them: {@code B12}. */
public final class Address {
  private Address() {}

  /** Letters of a 0-based column: A, B, …, Z, AA. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder(3);
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }

  /** The address of a cell; {@code row} is 1-based in the source. */
  public static String of(Column column, long row) {
    return column.letters() + row;
  }
}
