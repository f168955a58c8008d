package fr.jalon.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What town halls publish, right in every cell: names with accents and apostrophes, dates year
 * first, codes with their zeros. Some of it looks like a fault and is none.
 */
enum Subject {
  SUBVENTIONS(
      "date de décision", "bénéficiaire", "siret", "objet", "montant", "versée", "observations") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          date(random),
          pick(random, FrenchFile.BODIES),
          siret(random),
          pick(random, FrenchFile.SUBJECTS),
          decimal(random, 30_000),
          yes(random),
          remark(random));
    }
  },
  DELIBERATIONS("numéro", "date de séance", "objet", "rapporteur", "pour", "contre", "résultat") {
    @Override
    List<String> row(Random random, int i) {
      int against = random.nextInt(9);
      return List.of(
          "2022-" + String.format(Locale.ROOT, "%03d", i + 1),
          date(random),
          pick(random, FrenchFile.SUBJECTS),
          person(random),
          Integer.toString(29 - against),
          Integer.toString(against),
          against == 0 ? "adopté à l'unanimité" : "adopté");
    }
  },
  MARCHES(
      "référence",
      "objet",
      "titulaire",
      "siret titulaire",
      "montant HT",
      "date notification",
      "durée en mois") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          String.format(Locale.ROOT, "%02dM%04d", 20 + random.nextInt(4), i),
          pick(random, FrenchFile.SUBJECTS),
          "Entreprise " + pick(random, FrenchFile.LAST_NAMES),
          siret(random),
          decimal(random, 900_000),
          date(random),
          Integer.toString(1 + random.nextInt(48)));
    }
  },
  ARBRES("identifiant", "essence", "longitude", "latitude", "hauteur", "remarquable", "planté le") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          "A" + (1000 + i),
          pick(random, List.of("Tilleul", "Érable sycomore", "Chêne pédonculé", "Frêne", "Cèdre")),
          String.format(Locale.ROOT, "%.6f", 1.85 + random.nextDouble() / 10),
          String.format(Locale.ROOT, "%.6f", 47.85 + random.nextDouble() / 10),
          String.format(Locale.ROOT, "%.1f", 3 + random.nextDouble() * 25),
          yes(random),
          date(random));
    }
  },
  EQUIPEMENTS(
      "nom de l'équipement",
      "adresse",
      "code postal",
      "commune",
      "surface",
      "téléphone",
      "code INSEE") {
    @Override
    List<String> row(Random random, int i) {
      int place = random.nextInt(POSTAL.size());
      return List.of(
          pick(random, FrenchFile.PLACES),
          address(random),
          POSTAL.get(place),
          pick(random, FrenchFile.TOWNS),
          Integer.toString(1200 + random.nextInt(7000)),
          "0238" + (100_000 + random.nextInt(900_000)),
          INSEE.get(place));
    }
  },
  ASSOCIATIONS("nom", "président", "adhérents", "créée le", "site", "salle", "agréée") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          pick(random, FrenchFile.BODIES),
          person(random),
          Integer.toString(3 + random.nextInt(400)),
          date(random),
          "https://www.asso" + i + ".example/accueil",
          pick(random, List.of("1.250", "2.01", "B 12", "0.3", "12/24", "1er étage")),
          yes(random));
    }
  },
  BUDGET("chapitre", "libellé", "section", "voté", "réalisé", "exercice") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          String.format(Locale.ROOT, "%03d", i % 80),
          pick(random, FrenchFile.SUBJECTS),
          random.nextBoolean() ? "Fonctionnement" : "Investissement",
          decimal(random, 3_000_000),
          (random.nextInt(9) == 0 ? "-" : "") + decimal(random, 2_000_000),
          Integer.toString(2019 + random.nextInt(4)));
    }
  },
  VOIRIE("voie", "longueur", "état", "arrêté", "début des travaux", "fin des travaux") {
    @Override
    List<String> row(Random random, int i) {
      LocalDate start = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(300));
      return List.of(
          pick(random, FrenchFile.WAYS),
          Integer.toString(1000 + random.nextInt(9000)),
          pick(random, List.of("bon", "moyen", "dégradé", "à refaire", "rénové")),
          "2022/" + (i + 1),
          start.toString(),
          start.plusDays(random.nextInt(60)).toString());
    }
  },
  PRENOMS("année", "prénom", "sexe", "nombre") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          Integer.toString(2010 + i % 13),
          pick(random, FrenchFile.FIRST_NAMES),
          random.nextBoolean() ? "F" : "M",
          Integer.toString(1 + random.nextInt(60)));
    }
  },
  CANTINE("date", "menu", "repas servis", "coût", "part bio", "allergènes") {
    @Override
    List<String> row(Random random, int i) {
      return List.of(
          LocalDate.of(2022, 1, 3).plusDays(i).toString(),
          pick(
              random,
              List.of(
                  "Bœuf bourguignon",
                  "Gratin dauphinois",
                  "Œufs à la florentine",
                  "Pâtes à l'arrabbiata",
                  "Crème brûlée",
                  "Purée, poisson pané")),
          Integer.toString(1000 + random.nextInt(2000)),
          decimal(random, 9_000),
          String.format(Locale.ROOT, "%.3f", random.nextDouble()),
          pick(random, List.of("", "lait", "œuf", "gluten, lait", "sans")));
    }
  };

  private static final int ROWS = 60;

  private static final List<String> POSTAL =
      List.of("45000", "45160", "01000", "45800", "18000", "02200", "45400", "41000", "28000");

  /** Of the communes of those post offices, in their order. */
  private static final List<String> INSEE =
      List.of("45234", "45232", "01053", "45284", "18033", "02722", "45147", "41018", "28085");

  private final List<String> names;

  Subject(String... names) {
    this.names = List.of(names);
  }

  abstract List<String> row(Random random, int i);

  CleanTable table(long seed) {
    Random random = new Random(seed * 1009 + ordinal());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(random, i));
    }
    return new CleanTable(name().toLowerCase(Locale.ROOT), names, rows);
  }

  private static String pick(Random random, List<String> texts) {
    return texts.get(random.nextInt(texts.size())).replace('_', ' ');
  }

  private static String person(Random random) {
    return pick(random, FrenchFile.FIRST_NAMES) + " " + pick(random, FrenchFile.LAST_NAMES);
  }

  private static String address(Random random) {
    return (1 + random.nextInt(99)) + " " + pick(random, FrenchFile.WAYS);
  }

  private static String date(Random random) {
    return LocalDate.of(2019, 1, 1).plusDays(random.nextInt(1460)).toString();
  }

  private static String decimal(Random random, int bound) {
    return String.format(Locale.ROOT, "%.2f", 1000 + random.nextDouble() * bound);
  }

  private static String yes(Random random) {
    return random.nextInt(3) == 0 ? "non" : "oui";
  }

  private static String remark(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "voir arrêté n° " + random.nextInt(90);
      case 1 -> "dite «\u00a0" + pick(random, FrenchFile.TOWNS) + "\u00a0»";
      case 2 -> "sans objet";
      case 3 -> "SÃO PAULO, ville jumelle";
      case 4 -> "12/03 : réunion";
      default -> "";
    };
  }

  /** A number whose two keys are right. */
  private static String siret(Random random) {
    String siren = keyed(String.valueOf(20_000_000 + random.nextInt(70_000_000)));
    return keyed(siren + String.format(Locale.ROOT, "%04d", 1 + random.nextInt(30)));
  }

  private static String keyed(String figures) {
    for (int key = 0; ; key++) {
      String whole = figures + key;
      int sum = 0;
      for (int i = 0; i < whole.length(); i++) {
        int weighed = (whole.charAt(whole.length() - 1 - i) - '0') * (1 + i % 2);
        sum += weighed / 10 + weighed % 10;
      }
      if (sum % 10 == 0) {
        return whole;
      }
    }
  }
}
