package fr.jalon.engine.rule.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A municipal table made by us, right and with faults: about 1000 rows of school activities, in
 * which a code goes with a name, a street, a town, a postal code, a telephone and a category. Among
 * the right values are near neighbours: schools "Bert" and "Berg", rooms and groups numbered, towns
 * of nearly one name.
 */
final class Schools {
  static final int COLUMNS = 9;
  static final String HEADER =
      "code;ecole;rue;commune;code_postal;telephone;categorie;activite;salle";

  private static final int ROWS = 1000;
  private static final int SCHOOLS = 60;

  /** Cells of each column, in a hundred, that bear a fault. */
  private static final int FAULTS = 3;

  private static final List<String> PEOPLE =
      List.of(
          "Paul Bert",
          "Paul Berg",
          "Jean Zay",
          "Jean Macé",
          "Jules Ferry",
          "Victor Hugo",
          "Louis Pasteur",
          "Marie Curie",
          "Pierre Curie",
          "Jacques Prévert",
          "René Guy Cadou",
          "Françoise Dolto",
          "Georges Brassens",
          "Maurice Genevoix",
          "Charles Péguy");

  private static final List<String> KINDS =
      List.of("École maternelle", "École élémentaire", "Groupe scolaire", "Collège");

  private static final List<String> WAYS =
      List.of(
          "rue des Tilleuls",
          "rue du Tilleul",
          "avenue de la Gare",
          "rue de la Garde",
          "place du Marché",
          "impasse des Lilas",
          "boulevard Jean Jaurès",
          "allée des Platanes",
          "chemin de l'Église",
          "rue du Moulin",
          "route de Blois",
          "rue de Bellevue");

  private static final List<String> TOWNS =
      List.of(
          "Saint-Ay",
          "Saint-Ys",
          "Bou",
          "Bouc",
          "Chécy",
          "Orléans",
          "Olivet",
          "Saran",
          "Fleury-les-Aubrais",
          "Saint-Jean-de-Braye",
          "Saint-Jean-de-la-Ruelle",
          "Ingré");

  private static final List<String> ACTIVITIES =
      List.of(
          "Natation",
          "Lecture à la bibliothèque",
          "Lectures à la bibliothèque",
          "Sortie au musée",
          "Sorties au musée",
          "Éducation physique",
          "Éducation musicale",
          "Initiation au tennis",
          "Initiation au tennis de table");

  private final Random random;
  private final List<String[]> right = new ArrayList<>();
  private final List<String[]> faulty = new ArrayList<>();
  private int faults;

  Schools(long seed) {
    random = new Random(seed);
    List<String[]> schools = new ArrayList<>();
    for (int i = 0; i < SCHOOLS; i++) {
      schools.add(school(i));
    }
    for (int i = 0; i < ROWS; i++) {
      String[] school = schools.get(random.nextInt(SCHOOLS));
      String[] row = new String[COLUMNS];
      System.arraycopy(school, 0, row, 0, school.length);
      row[7] = pick(ACTIVITIES);
      row[8] = "Salle " + (1 + random.nextInt(30));
      right.add(row);
      faulty.add(faulty(row));
    }
  }

  String clean() {
    return text(right);
  }

  String dirty() {
    return text(faulty);
  }

  List<String[]> right() {
    return right;
  }

  List<String[]> faulty() {
    return faulty;
  }

  int faults() {
    return faults;
  }

  private String[] school(int number) {
    int town = random.nextInt(TOWNS.size());
    return new String[] {
      String.format("045%04d%c", 1000 + number * 7, 'A' + number % 23),
      KINDS.get(number % KINDS.size()) + " " + PEOPLE.get(number % PEOPLE.size()),
      (1 + random.nextInt(98)) + " " + pick(WAYS),
      TOWNS.get(town),
      "45" + (100 + town * 10),
      String.format("02 38 %02d %02d %02d", 10 + number, random.nextInt(100), random.nextInt(100)),
      number % 3 == 0 ? "Public" : number % 3 == 1 ? "Privé sous contrat" : "Privé hors contrat",
    };
  }

  private String[] faulty(String[] row) {
    String[] made = row.clone();
    for (int column = 0; column < COLUMNS - 1; column++) {
      if (random.nextInt(100) < FAULTS) {
        made[column] = fault(row[column], column);
        faults += made[column].equals(row[column]) ? 0 : 1;
      }
    }
    return made;
  }

  private String fault(String value, int column) {
    switch (random.nextInt(column == 1 ? 6 : 5)) {
      case 0:
        return replaced(value, (char) ('a' + random.nextInt(26)));
      case 1:
        return masked(value);
      case 2:
        return swapped(value);
      case 3:
        int left = letter(value);
        return value.substring(0, left) + value.substring(left + 1);
      case 4:
        return random.nextBoolean() ? value.toUpperCase(java.util.Locale.ROOT) : masked(value);
      default:
        return value + " (annexe)";
    }
  }

  private String masked(String value) {
    char hidden = value.charAt(letter(value));
    return value.replace(hidden, 'x');
  }

  private String replaced(String value, char by) {
    int at = letter(value);
    return value.substring(0, at) + by + value.substring(at + 1);
  }

  private String swapped(String value) {
    int at = Math.min(letter(value), value.length() - 2);
    return value.substring(0, at)
        + value.charAt(at + 1)
        + value.charAt(at)
        + value.substring(at + 2);
  }

  private int letter(String value) {
    return random.nextInt(value.length());
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String text(List<String[]> rows) {
    StringBuilder text = new StringBuilder(HEADER);
    rows.forEach(row -> text.append('\n').append(String.join(";", row)));
    return text.toString();
  }
}
