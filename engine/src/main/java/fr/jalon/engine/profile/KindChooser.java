package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;

/** Decides of what kind a whole column is: the first kind that finds that it suits the column. */
final class KindChooser {
  private KindChooser() {}

  /**
   * @param filled cells of the column that are not blank
   */
  static Kind choose(ColumnEvidence column, long filled) {
    if (filled == 0) {
      return Kinds.EMPTY;
    }
    Kind kind = first(column);
    if (kind != Kinds.TEXT) {
      return kind;
    }
    long meant = filled - Math.round(filled * column.shareOf(KindChooser::saysNothing));
    return meant > 0 && meant < filled ? first(column.among(meant)) : kind;
  }

  /** "NC" in a column of amounts is no amount, but it is no argument against amounts either. */
  private static boolean saysNothing(String value) {
    return Blanks.isBlankWord(value)
        || Blanks.isSpreadsheetError(value)
        || Blanks.isOnlySpaces(value);
  }

  private static Kind first(ColumnEvidence column) {
    for (Kind kind : Kinds.ALL) {
      if (kind.suits(column)) {
        return kind;
      }
    }
    return Kinds.TEXT;
  }
}
