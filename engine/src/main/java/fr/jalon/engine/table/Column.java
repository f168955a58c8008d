package fr.jalon.engine.table;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param index 0-based position in the table
 * @param sourceIndex 0-based position in the file as a spreadsheet shows it, or -1 for a column the
 *     file does not have
 * @param name the name read in the header, trimmed; never empty: a nameless column is called
 *     "colonne_" and its letter
 */
public record Column(int index, int sourceIndex, String name) {
  private static final String NAMELESS = "colonne_";

  /** What a column that has no name in the file is called, by its 0-based place there. */
  public static String nameless(int sourceIndex) {
    return NAMELESS + Address.letters(sourceIndex);
  }

  /**
   * True when both cannot name columns of one table: most of what reads a table takes "Montant" and
   * "montant" for one.
   */
  public static boolean isSameName(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** A name as it is compared with others: see {@link #isSameName}. */
  public static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** True when the name is only the letter of the column: the file names it nowhere. */
  public boolean isNameless() {
    return sourceIndex >= 0 && name.equals(nameless(sourceIndex));
  }

  /** The letters a spreadsheet shows above this column, or "" when the file does not have it. */
  public String letters() {
    return sourceIndex < 0 ? "" : Address.letters(sourceIndex);
  }
}
