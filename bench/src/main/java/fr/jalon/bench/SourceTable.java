package fr.jalon.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The table that is polluted: what a town hall lent and to be paid for it, one row a loan.
 *
 * <p>It has what makes reading hard: texts with commas, apostrophes, inches and doubled quotes,
 * texts with spaces that stand without quotes, prices with a currency sign and a comma, addresses
 * of pages, and a column that nobody fills.
 *
 * @param rows the header, then the loans
 */
record SourceTable(List<List<WrittenCell>> rows) {
  static final int WIDTH = 9;
  private static final int LOANS = 83;

  private static final List<String> NAMES =
      List.of(
          "DATE",
          "HEURE",
          "QTE",
          "REFERENCE",
          "PRIX",
          "MATERIEL",
          "DESCRIPTION",
          "FICHE",
          "REMARQUES");

  private static final List<String> OBJECTS =
      List.of(
          "Barnum pliant",
          "Barnum pliant, 3 x 4,5 m",
          "Table d'extérieur",
          "Table d'extérieur, ronde, 48\"",
          "Banc en bois",
          "Lot de chaises, empilables",
          "Chaises de l'école",
          "Écran de projection, 100\"",
          "Vidéoprojecteur",
          "Vélo d'enfant, 24\"",
          "Grille d'exposition",
          "Grille d'exposition, avec crochets",
          "Podium démontable",
          "Podium démontable, garde-corps compris",
          "Sonorisation d'appoint",
          "Micro main sans fil",
          "Percolateur 100 tasses",
          "Tondeuse de 21\" à pousser",
          "Barrières de police",
          "Barrières de police, lot de 10",
          "Urne et isoloir",
          "Coffret électrique, 32 A",
          "Rallonge de l'atelier",
          "Chapiteau de l'office, 6 x 12 m");

  private static final List<String> BEGINNINGS =
      List.of(
          "Prêté aux associations de la commune, sur réservation auprès du secrétariat",
          "À retirer à l'atelier municipal avec deux personnes et une remorque, la veille",
          "Le matériel est vérifié au départ et au retour, en présence de l'agent",
          "Réservé aux manifestations d'intérêt général",
          "Livré par les services techniques le vendredi matin, repris le lundi",
          "Prévu pour l'intérieur comme pour l'extérieur, à l'abri du vent",
          "D'une diagonale de 32\" environ, il convient aux petites salles, pas au gymnase",
          "Monté par l'emprunteur, qui lit la notice d\\'abord, démonté le lendemain");

  private static final List<String> ENDS =
      List.of(
          "la caution est rendue au retour",
          "toute pièce perdue est facturée à l'emprunteur",
          "il faut compter une demi-heure pour l'installer",
          "gratuit pour les écoles, payant pour les autres",
          "à rendre propre et sec, dans sa housse",
          "ne pas le laisser dehors la nuit : l'humidité l'abîme",
          "prévoir une prise de 16 A, et une rallonge");

  private static final List<String> JOINTS = List.of(" ; ", ", ", ", et ", ". Bon à savoir : ");

  private static final List<String> INITIALS =
      List.of("MG", "RI", "CC", "YY", "BH", "HK", "AN", "ZN", "GN", "ON", "WH");

  static SourceTable of(long seed) {
    Random random = new Random(seed);
    List<List<WrittenCell>> rows = new ArrayList<>();
    rows.add(NAMES.stream().map(SourceTable::name).toList());
    LocalDate day = LocalDate.of(2018, 1, 28);
    for (int i = 0; i < LOANS; i++) {
      rows.add(loan(random, day, i));
      day = day.plusDays(1 + random.nextInt(3));
    }
    return new SourceTable(List.copyOf(rows));
  }

  /** Two of the names stand between quotes without need, as the texts below them do. */
  private static WrittenCell name(String name) {
    return name.equals("DESCRIPTION") || name.equals("FICHE")
        ? WrittenCell.quoted(name)
        : WrittenCell.plain(name);
  }

  private static List<WrittenCell> loan(Random random, LocalDate day, int i) {
    String reference = pick(random, INITIALS) + "-" + (1000 + random.nextInt(9000));
    String page = "https://www.commune.example/materiel/" + reference.replace('-', '_') + ".html";
    double price = random.nextInt(10_000) / 100.0;
    return List.of(
        WrittenCell.plain(day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))),
        WrittenCell.plain(String.format(Locale.ROOT, "%02d:%02d", i / 4 % 24, i % 4 * 15)),
        WrittenCell.plain(Integer.toString(random.nextInt(i < 50 ? 5 : 40))),
        WrittenCell.plain(reference),
        WrittenCell.plain(String.format(Locale.FRENCH, "%.2f €", price)),
        WrittenCell.plain(pick(random, OBJECTS)),
        WrittenCell.quoted(
            pick(random, BEGINNINGS) + pick(random, JOINTS) + pick(random, ENDS) + "."),
        WrittenCell.quoted(page),
        WrittenCell.plain(""));
  }

  private static String pick(Random random, List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** The texts of the cells, row by row, header first. */
  List<List<String>> texts() {
    return rows.stream().map(row -> row.stream().map(WrittenCell::text).toList()).toList();
  }
}
