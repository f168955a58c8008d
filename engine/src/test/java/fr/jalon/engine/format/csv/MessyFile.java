package fr.jalon.engine.format.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A table as a town hall might keep it, written in one of the ways such files come. */
final class MessyFile {
  private static final String[] STREETS = {
    "rue de la République",
    "allée des Érables",
    "place du Général-de-Gaulle",
    "impasse Molière",
    "chemin des Prés",
    "avenue de l'Europe",
    "rue du Faubourg Saint-Honoré"
  };
  private static final String[] TOWNS = {
    "Orléans", "Saint-Jean-de-Braye", "Châteauneuf-sur-Loire", "Gien", "Beaugency", "Pithiviers"
  };
  private static final String[] CLUBS = {
    "Amicale laïque",
    "Comité des fêtes",
    "Les Amis du musée",
    "Société de pêche",
    "Chœur à cœur",
    "École de musique",
    "Union sportive"
  };
  private static final String[] WORDS = {
    "subvention",
    "pour",
    "l'année",
    "travaux",
    "réfection",
    "été",
    "à",
    "côté",
    "garçons",
    "noël",
    "fête",
    "très",
    "où",
    "déjà",
    "bibliothèque"
  };

  /** Encodings with the name a reading gives them. */
  static final String[][] ENCODINGS = {
    {"UTF-8", "utf-8"},
    {"windows-1252", "windows-1252"},
    {"ISO-8859-1", "iso-8859-1"},
    {"ISO-8859-15", "iso-8859-15"},
    {"x-MacRoman", "macintosh"},
    {"IBM850", "ibm850"},
    {"UTF-16LE", "utf-16"},
    {"UTF-16BE", "utf-16be"},
  };

  final List<String> names = new ArrayList<>();
  final List<List<String>> rows = new ArrayList<>();
  final char delimiter;
  final String encoding;
  final int headerRow;
  final String text;
  final byte[] bytes;

  MessyFile(long seed) {
    Random random = new Random(seed);
    delimiter = ";;;,,\t|".charAt(random.nextInt(7));
    String[] encodingNames = ENCODINGS[random.nextInt(ENCODINGS.length)];
    Charset charset = Charset.forName(encodingNames[0]);
    boolean commas = random.nextInt(3) > 0;
    boolean quoteAll = random.nextInt(4) == 0;
    int columns = 2 + random.nextInt(9);
    int count = 3 + random.nextInt(random.nextBoolean() ? 8 : 120);
    int[] kinds = new int[columns];
    for (int c = 0; c < columns; c++) {
      kinds[c] = c == 0 ? random.nextInt(3) : random.nextInt(KINDS.length);
      names.add(unique(writable(pick(KINDS[kinds[c]], random), charset)));
    }
    for (int r = 0; r < count; r++) {
      List<String> row = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        boolean empty = c > 0 && random.nextInt(9) == 0;
        row.add(empty ? "" : writable(value(kinds[c], r, random, commas), charset));
      }
      rows.add(row);
    }
    String end = random.nextInt(3) == 0 ? "\n" : "\r\n";
    StringBuilder file = new StringBuilder();
    int before = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
    for (int t = 0; t < before; t++) {
      String title = t == 0 ? "Liste des associations de la commune (été " + seed + ")" : "";
      file.append(title);
      if (random.nextBoolean()) {
        file.append(String.valueOf(delimiter).repeat(columns - 1));
      }
      file.append(end);
    }
    headerRow = before + 1;
    line(file, names, quoteAll, end);
    for (List<String> row : rows) {
      line(file, row, quoteAll, end);
      if (random.nextInt(60) == 0) {
        file.append(end);
      }
    }
    int after = random.nextInt(4) == 0 && columns > 2 ? 1 + random.nextInt(2) : 0;
    for (int t = 0; t < after; t++) {
      file.append(t == 0 ? "Source : service des associations" : "* hors subventions en nature");
      file.append(String.valueOf(delimiter).repeat(columns - 1)).append(end);
    }
    encoding = encodingNames[1];
    text = file.toString();
    bytes = ((encoding.equals("utf-16") ? "\ufeff" : "") + text).getBytes(charset);
  }

  private static final String[][] KINDS = {
    {"Nom", "nom_association", "Association", "Bénéficiaire"},
    {"N°", "id", "Identifiant", "Code"},
    {"SIRET", "siret", "idBeneficiaire"},
    {"Adresse", "adresse", "Rue"},
    {"Commune", "ville", "Nom commune"},
    {"CP", "Code postal", "code_insee"},
    {"Date", "date_delib", "Date de convention"},
    {"Montant", "montant_eur", "Subvention (€)"},
    {"Longitude", "lon", "X"},
    {"Objet", "objet", "Observations"},
    {"Accessible", "pmr", "Ouvert"},
    {"Téléphone", "tel"},
    {"e-mail", "courriel"}
  };

  private static String value(int kind, int row, Random random, boolean commas) {
    String point = commas ? "," : ".";
    return switch (kind) {
      case 0 -> pick(CLUBS, random) + " n° " + row;
      case 1 -> String.valueOf(100 + row);
      case 2 -> String.format("%014d", Math.abs(random.nextLong() % 100000000000000L));
      case 3 -> (1 + random.nextInt(90)) + " " + pick(STREETS, random);
      case 4 -> pick(TOWNS, random);
      case 5 -> String.format("%05d", 1000 + random.nextInt(94000));
      case 6 -> String.format("%02d/%02d/%d", 1 + random.nextInt(28), 1 + random.nextInt(12), 2024);
      case 7 -> random.nextInt(50000) + point + String.format("%02d", random.nextInt(100));
      case 8 -> "1" + point + String.format("%06d", random.nextInt(1000000));
      case 9 -> sentence(random);
      case 10 -> random.nextBoolean() ? "oui" : "non";
      case 11 -> "02 38 " + (10 + random.nextInt(90)) + " 12 " + (10 + random.nextInt(90));
      default -> "contact" + row + "@exemple.fr";
    };
  }

  private static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int w = 0; w < 3 + random.nextInt(9); w++) {
      sentence
          .append(w == 0 ? "" : random.nextInt(6) == 0 ? ", " : " ")
          .append(pick(WORDS, random));
    }
    return sentence.toString();
  }

  private static String pick(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  private String unique(String name) {
    boolean taken = names.stream().anyMatch(name::equalsIgnoreCase);
    return taken ? name + (names.size() + 1) : name;
  }

  private void line(StringBuilder file, List<String> cells, boolean quoteAll, String end) {
    for (int c = 0; c < cells.size(); c++) {
      String cell = cells.get(c);
      file.append(c == 0 ? "" : String.valueOf(delimiter));
      boolean quote = quoteAll || cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0;
      file.append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    file.append(end);
  }

  /** What the encoding cannot write is written otherwise, as people do. */
  private static String writable(String text, Charset charset) {
    String written = text;
    for (String[] other : new String[][] {{"œ", "oe"}, {"€", "euros"}}) {
      if (!charset.newEncoder().canEncode(other[0])) {
        written = written.replace(other[0], other[1]);
      }
    }
    return written;
  }
}
