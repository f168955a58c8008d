package fr.jalon.bench;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * People, streets and numbers that exist nowhere: half of the names are put together from
 * syllables, so that no list has them. Nothing here is taken from the detector, nor given to it.
 */
final class Invented {
  private static final List<String> SURNAME_STARTS =
      words(
          "Bra Vau Tour Chan Mor Gui Pel Lan Fer Cour Bel Roche Ker Tre Mal Haut Des Quin Sab Zel Jou Ois Nav Dre Plu Gau Ver Riv Las Cha");
  private static final List<String> MIDDLES =
      words("di vi chen ta ro ne lla bu go mi sse ri que ve lo pi ma gna cha ti");
  private static final List<String> SURNAME_ENDS =
      words(
          "nier let court ville gnac rd ux lec nec don tier zel vin mann quet reau ssier guy chon ssac teau");
  private static final List<String> FIRST_STARTS =
      words("Ma Lo E Na Ju Ti Yl Sa Re Ao Mi Ka No Li Fae Ori Sol Cé Thé Ila");
  private static final List<String> FIRST_ENDS =
      words(
          "lwin ria ndra vane lys thil mée wenn ska ryn liane dric niel ïa stan vel meïs doé lian thée");
  private static final List<String> COMMON_SURNAMES =
      words(
          "Martin Bernard Dubois Robert Moreau Laurent Simon Michel Lefebvre Leroy Roux Garnier Faure Rousseau Blanc Guérin Boyer Chevalier François Legrand Perrin Morin Dupuis Nguyen Da-Silva Benali Traoré Fernandes Haddad Petit");
  private static final List<String> COMMON_FIRST =
      words(
          "Marie Nathalie Isabelle Sylvie Catherine Jean Philippe Michel Alain Patrick Nicolas Camille Léa Manon Chloé Emma Lucas Hugo Enzo Nathan Louis Inès Jade Mohamed Fatima Karim Aminata Sofia Thomas Zoé");
  private static final List<String> WAYS =
      List.of(
          "rue",
          "avenue",
          "allée",
          "impasse",
          "chemin",
          "place",
          "boulevard",
          "route",
          "square",
          "cité");
  private static final List<String> WAY_NAMES =
      List.of(
          "des Ormes creux",
          "du Four banal",
          "de la Pierre plantée",
          "des Trois Margelles",
          "du Gué rouge",
          "des Vignes perdues",
          "du Bout d'en haut",
          "de l'Ancien lavoir",
          "des Sorbiers",
          "de la Croix blanche",
          "du Pont cassé",
          "des Quatre vents",
          "de l'Étang vert",
          "Basse");
  private static final List<String> TOWNS =
      List.of(
          "Saint-Aubert-sur-Loire",
          "Vieilleville",
          "Montbrison-le-Château",
          "Les Aubrais",
          "Chécy",
          "Olivet",
          "Orléans",
          "Jargeau",
          "Meung-sur-Loire",
          "Beaugency",
          "Blois",
          "Vendôme",
          "Tours",
          "Amboise");

  private final Random random;

  Invented(Random random) {
    this.random = random;
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }

  <T> T one(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /**
   * @param unknown share of those that no list can have
   */
  String surname(double unknown) {
    String name =
        chance(unknown)
            ? one(SURNAME_STARTS) + (chance(0.5) ? one(MIDDLES) : "") + one(SURNAME_ENDS)
            : one(COMMON_SURNAMES);
    if (chance(0.04)) {
      return "De " + name;
    }
    return chance(0.05) ? name + "-" + one(COMMON_SURNAMES) : name;
  }

  String firstName(double unknown) {
    String name = chance(unknown) ? one(FIRST_STARTS) + one(FIRST_ENDS) : one(COMMON_FIRST);
    return chance(0.06) ? name + "-" + one(COMMON_FIRST) : name;
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  String street() {
    return one(WAYS) + " " + one(WAY_NAMES);
  }

  String address(boolean numbered) {
    String number =
        numbered || chance(0.9)
            ? between(1, 180) + one(List.of("", "", "", " bis", " ter", ",")) + " "
            : "";
    return number + street();
  }

  String town() {
    return one(TOWNS);
  }

  String nir(boolean keyed, boolean right, boolean spaced) {
    String[] parts = {
      Integer.toString(between(1, 2)),
      String.format(Locale.ROOT, "%02d", between(30, 99)),
      String.format(Locale.ROOT, "%02d", between(1, 12)),
      String.format(Locale.ROOT, "%02d", between(1, 95)),
      String.format(Locale.ROOT, "%03d", between(1, 600)),
      String.format(Locale.ROOT, "%03d", between(1, 700))
    };
    String number = String.join("", parts);
    long key = 97 - Long.parseLong(number) % 97;
    long written = right ? key : key % 97 + 1;
    String end = String.format(Locale.ROOT, "%02d", written);
    return spaced
        ? String.join(" ", parts) + (keyed ? " " + end : "")
        : number + (keyed ? end : "");
  }

  String iban(boolean spaced) {
    String account = digits(23);
    int rest = 0;
    for (char c : (account + "152700").toCharArray()) {
      rest = (rest * 10 + c - '0') % 97;
    }
    String iban = "FR" + String.format(Locale.ROOT, "%02d", 98 - rest) + account;
    return spaced ? iban.replaceAll("(.{4})(?=.)", "$1 ") : iban;
  }

  String phone(boolean mobile, int form) {
    String rest =
        (mobile ? one(List.of("6", "7")) : one(List.of("2", "1", "3", "4", "5", "9"))) + digits(8);
    String pairs = ("0" + rest).replaceAll("(..)(?=.)", "$1 ");
    return switch (form) {
      case 0 -> pairs;
      case 1 -> "0" + rest;
      case 2 -> pairs.replace(' ', '.');
      case 3 -> "+33 " + pairs.substring(1);
      case 4 -> "+33" + rest;
      case 5 -> pairs.replace(' ', '-');
      case 6 -> "0033" + rest;
      default -> rest;
    };
  }

  String plate(int form) {
    String letters = "ABCDEFGHJKLMNPQRSTVWXYZ";
    StringBuilder plate = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      plate.append(letters.charAt(random.nextInt(letters.length())));
    }
    String left = plate.substring(0, 2).replace("SS", "SA");
    String right = plate.substring(2).replace("SS", "SA");
    return switch (form) {
      case 0 -> left + "-" + digits(3) + "-" + right;
      case 1 -> left + digits(3) + right;
      case 2 -> left + " " + digits(3) + " " + right;
      default -> between(100, 9999) + " " + left + " " + one(List.of("45", "37", "41", "18", "28"));
    };
  }

  String ip() {
    return one(
            List.of(
                "192.168",
                "10.45",
                "172.17",
                "90." + between(1, 250),
                "81." + between(1, 250),
                "193.48"))
        + "."
        + between(0, 255)
        + "."
        + between(1, 254);
  }

  String mac(String between) {
    StringBuilder mac = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      mac.append(i == 0 ? "" : between)
          .append(String.format(Locale.ROOT, "%02x", random.nextInt(256)));
    }
    return mac.toString();
  }

  String mail(String first, String surname) {
    String f = plain(first).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    String s = plain(surname).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return switch (between(0, 4)) {
      case 0 -> f + "." + s + "@gmail.com";
      case 1 -> f.charAt(0) + "." + s + "@villeneuve-agglo.fr";
      case 2 -> s + between(1, 99) + "@orange.fr";
      case 3 -> f + "-" + s + "@mairie-olivet.fr";
      default -> f + s + "@hotmail.fr";
    };
  }

  String date(int firstYear, int lastYear, int form) {
    int year = between(firstYear, lastYear);
    int month = between(1, 12);
    int day = between(1, 28);
    String[] months = {
      "janvier",
      "février",
      "mars",
      "avril",
      "mai",
      "juin",
      "juillet",
      "août",
      "septembre",
      "octobre",
      "novembre",
      "décembre"
    };
    return switch (form) {
      case 0 -> String.format(Locale.ROOT, "%02d/%02d/%04d", day, month, year);
      case 1 -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
      case 2 -> String.format(Locale.ROOT, "%02d.%02d.%04d", day, month, year);
      case 3 -> day + " " + months[month - 1] + " " + year;
      case 4 -> String.format(Locale.ROOT, "%02d-%02d-%04d", day, month, year);
      default -> String.format(Locale.ROOT, "%04d%02d%02d", year, month, day);
    };
  }
}
