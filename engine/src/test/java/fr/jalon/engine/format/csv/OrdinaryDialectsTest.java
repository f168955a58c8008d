package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Made-up files as programs write them: the delimiter and the quote are found in nearly all. */
class OrdinaryDialectsTest {
  private static final int FILES = Integer.getInteger("dialects", 400);
  private static final String[] DELIMITERS = {",", ",", ",", ";", ";", ";", "\t", "|", ", ", ":"};
  private static final String[] PLACES = {
    "Gien", "Orléans", "L'Abergement", "Saint-Jean-de-Braye", "Val d'Or", "Pithiviers"
  };
  private static final String[] WORDS = {
    "Gymnase, salle et vestiaires", "Stade", "École du Centre; annexe", "Salle des fêtes", "Parc"
  };
  private static final String[] SENTENCES = {
    "Ouvert toute l'année, sauf en août.",
    "Travaux prévus : toiture ; chauffage, peinture",
    "Dit \"le petit bois\", planté en 1987",
    "Rien à signaler",
    "Accès par la cour, au fond"
  };

  @Test
  void findsDelimiterAndQuoteOfNearlyAllFiles() {
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < FILES; seed++) {
      String problem = problem(new Random(seed));
      if (problem != null) {
        wrong.add(seed + ": " + problem);
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(FILES / 50);
  }

  @Test
  void cutsNoSingleColumnAtItsSpacesOrDecimalCommas() {
    String[] files = {
      "Téléphone\n02 99 46 64 94\n02 99 31 70 15\n02 23 51 20 07\n02 99 12 13 14\n02 99 45 45 45\n",
      "Adresse\n12 rue Haute 35310 Exemple\n7 rue Basse 35310 Exemple\n3 rue Neuve 35310 Exemple\n",
      "Date de séance\nlundi 12 mars 2023\njeudi 3 juin 2023\nmardi 6 juin 2023\n",
      "Plat\nPoulet rôti, purée\nSteak haché, frites\nPoisson pané, riz\nSteak haché, frites\n",
      "Montant\n1234,56\n80,00\n-12,50\n1 500,25 €\n"
    };
    for (String file : files) {
      var reading = Csv.read(file.getBytes(StandardCharsets.UTF_8)).table().reading();
      assertThat(reading.columns()).containsExactly(file.substring(0, file.indexOf('\n')));
      assertThat(reading.rows()).isEqualTo(file.lines().count() - 1);
    }
  }

  @Test
  void stillCutsFiguresAtCommasUnderTwoNames() {
    var reading =
        Csv.read("x,y\n12,50\n7,25\n3,10\n".getBytes(StandardCharsets.UTF_8)).table().reading();
    assertThat(reading.columns()).containsExactly("x", "y");
  }

  @Test
  void stillCutsAtCommasAndSpacesUnderATitle() {
    var reading =
        Csv.read("Liste\nnom, ville\nPetit, Paris\nDupont, Lyon\n".getBytes(StandardCharsets.UTF_8))
            .table()
            .reading();
    assertThat(reading.columns()).containsExactly("nom", "ville");
  }

  /** Signs of web pages end with a semicolon on each line; the titles have none. */
  @Test
  void cutsNoTextAtTheEndOfASignOfWebPages() {
    for (String cell :
        List.of(
            "https://exemple.fr/?a=1&amp;b=%d",
            "L&#39;&eacute;t&eacute; %d", "https://exemple.fr/page;jsessionid=A%d")) {
      StringBuilder file = new StringBuilder("nom,lien,ville\n");
      for (int row = 0; row < 11; row++) {
        file.append("Lieu,").append(String.format(cell, row)).append(",Gien\n");
      }
      var reading = Csv.read(file.toString()).table().reading();
      assertThat(reading.columns()).containsExactly("nom", "lien", "ville");
      assertThat(reading.rows()).isEqualTo(11);
    }
  }

  @Test
  void stillCutsAtSemicolonsAfterNamesAndAddresses() {
    var reading =
        Csv.read("nom;site;ville\n" + "AT&T;https://exemple.fr;Gien, Loiret\n".repeat(9))
            .table()
            .reading();
    assertThat(reading.columns()).containsExactly("nom", "site", "ville");
  }

  private static @Nullable String problem(Random random) {
    String delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
    boolean always = random.nextInt(4) == 0;
    int columns = 2 + random.nextInt(8);
    int[] kinds = new int[columns];
    List<String> names = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      kinds[c] = delimiter.equals(":") ? random.nextInt(5) : random.nextInt(9);
      names.add("colonne " + (char) ('a' + c));
    }
    StringBuilder text = new StringBuilder();
    boolean[] quoted = new boolean[1];
    row(text, names, delimiter, always, quoted);
    int rows = 4 + random.nextInt(40);
    for (int r = 0; r < rows; r++) {
      List<String> cells = new ArrayList<>();
      for (int kind : kinds) {
        cells.add(random.nextInt(12) == 0 ? "" : cell(kind, random));
      }
      row(text, cells, delimiter, always, quoted);
    }
    var reading = Csv.read(text.toString().getBytes(StandardCharsets.UTF_8)).table().reading();
    String found = String.valueOf(reading.delimiter());
    boolean right = found.equals(delimiter.substring(0, 1));
    boolean quote = (reading.quote() != null) == quoted[0];
    return right && quote
        ? null
        : "'" + found + "' for '" + delimiter + "', quote " + reading.quote() + "\n" + text;
  }

  private static String cell(int kind, Random random) {
    return switch (kind) {
      case 0 -> Integer.toString(random.nextInt(5000));
      case 1 -> "2023-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
      case 2 -> PLACES[random.nextInt(PLACES.length)];
      case 3 -> "45%03d".formatted(random.nextInt(1000));
      case 4 -> random.nextBoolean() ? "oui" : "non";
      case 5 -> random.nextInt(900) + "," + random.nextInt(10) + random.nextInt(10);
      case 6 -> WORDS[random.nextInt(WORDS.length)];
      case 7 -> SENTENCES[random.nextInt(SENTENCES.length)];
      default -> "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
    };
  }

  private static void row(
      StringBuilder text, List<String> cells, String delimiter, boolean always, boolean[] quoted) {
    List<String> written = new ArrayList<>();
    for (String cell : cells) {
      boolean quotes = always || cell.contains(delimiter.strip()) || cell.contains("\"");
      if (delimiter.equals("\t")) {
        quotes = always || cell.contains("\"");
      }
      quoted[0] |= quotes;
      written.add(quotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    text.append(String.join(delimiter, written)).append('\n');
  }
}
