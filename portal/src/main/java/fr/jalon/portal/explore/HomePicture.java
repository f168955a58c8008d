package fr.jalon.portal.explore;

import java.util.List;

/**
 * What Jalon does, in one picture: a small file as a town hall has it, and what comes of it. The
 * file is invented; what becomes of it is what the engine makes of it, word for word.
 */
public final class HomePicture {
  private static final List<String> NAMES =
      List.of("Association", "Code postal", "Date", "Montant");

  private static final List<List<String>> BEFORE =
      List.of(
          List.of("Les Amis du livre", "01400", "12/03/2022", "1200"),
          List.of("Club de judo", "1400", "5 avril 2022", "450"),
          List.of("Comité des fêtes", "01400", "28/04/2022", "2000"),
          List.of("Harmonie municipale", "1400", "2022-05-03", "850"),
          List.of("TOTAL", "", "", "4500"));

  private static final List<List<String>> AFTER =
      List.of(
          List.of("Les Amis du livre", "01400", "2022-03-12", "1200"),
          List.of("Club de judo", "01400", "2022-04-05", "450"),
          List.of("Comité des fêtes", "01400", "2022-04-28", "2000"),
          List.of("Harmonie municipale", "01400", "2022-05-03", "850"));

  private HomePicture() {}

  public static List<String> names() {
    return NAMES;
  }

  public static List<List<String>> before() {
    return BEFORE;
  }

  public static List<List<String>> after() {
    return AFTER;
  }

  /** Whether a cell of the file before is not the same after. */
  public static boolean changes(int row, int column) {
    return row >= AFTER.size() || !BEFORE.get(row).get(column).equals(AFTER.get(row).get(column));
  }

  public static boolean isNumber(int column) {
    return column == NAMES.size() - 1;
  }
}
