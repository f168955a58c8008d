package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table that was looked at, as mends look for them. */
final class FileColumns {
  private FileColumns() {}

  static List<Column> of(Inspection inspection) {
    List<Column> columns = new ArrayList<>();
    if (inspection.profile() != null) {
      inspection
          .profile()
          .columns()
          .forEach(
              column ->
                  columns.add(new Column(columns.size(), place(column.letters()), column.name())));
    }
    return columns;
  }

  /** 0-based, -1 for a column the file does not have. */
  private static int place(String letters) {
    int place = 0;
    for (char letter : letters.toCharArray()) {
      place = place * 26 + letter - 'A' + 1;
    }
    return place - 1;
  }
}
