package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words as they are spelled, their accents in place: "ecoles" is "écoles". Only what is certain is
 * restored: a word that the file itself writes with its accents, or one of town halls that is no
 * other word without them.
 */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** Without their accents these are words too: marche, foret. */
  private static final Set<String> OTHER_WORDS =
      Set.of("marche", "foret", "peche", "prive", "age", "recu", "cote");

  private static final Set<String> ACRONYMS =
      Set.of(
          "bal", "caf", "ccas", "cias", "dae", "decp", "dgf", "ehpad", "epci", "erp", "etp", "gnv",
          "hlm", "iris", "irve", "osm", "pacs", "pav", "pdu", "pei", "plf", "plh", "plu", "plui",
          "pmr", "qpv", "rna", "rpls", "scot", "sig", "siret", "tam", "tnt", "vae", "zac", "zfe",
          "zae");

  /** Words of any subject, which are no other word without their accents. */
  private static final List<String> USUAL =
      List.of(
          "réservé",
          "réservée",
          "catégorie",
          "numéro",
          "année",
          "référence",
          "fréquentation",
          "équipe",
          "périmètre",
          "période",
          "région",
          "département",
          "métropole",
          "méthode",
          "qualité",
          "quantité",
          "activité",
          "société",
          "propriété",
          "propriétaire",
          "opération",
          "créée",
          "matériel",
          "matière",
          "modèle",
          "libellé",
          "unité",
          "durée",
          "entrée",
          "hébergement",
          "étude",
          "évaluation",
          "événement",
          "réunion",
          "réponse",
          "résultat",
          "général",
          "générale",
          "délégation",
          "délégué",
          "déclaration",
          "été",
          "télétravail",
          "téléphone",
          "électorale",
          "municipalité",
          "communauté",
          "métier",
          "siège",
          "bénéficiaire",
          "présence",
          "prévision",
          "première",
          "dernière",
          "troisième",
          "île",
          "théâtral",
          "spécial",
          "spécialité",
          "vérifié",
          "accès",
          "succès",
          "congrès",
          "intérêt",
          "fête",
          "bibliothécaire",
          "façade",
          "français",
          "française",
          "commerçante");

  private static final Map<String, String> KNOWN = known();

  private final Map<String, String> ofFile = new HashMap<>();

  /**
   * @param texts of the file: titles, names of columns, of sheets, of the places it speaks of
   */
  static Spelling of(Collection<String> texts) {
    Spelling spelling = new Spelling();
    Set<String> plain = new HashSet<>();
    for (String text : texts) {
      for (String word : words(text)) {
        if (word.equals(Words.fold(word))) {
          plain.add(word);
        } else {
          spelling.ofFile.merge(
              Words.fold(word), word, (one, other) -> one.equals(other) ? one : "");
        }
      }
    }
    // written both ways, or in two ways: not certain
    spelling.ofFile.values().removeIf(String::isEmpty);
    spelling.ofFile.keySet().removeAll(plain);
    return spelling;
  }

  static boolean isAcronym(String word) {
    return ACRONYMS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The word, in lower case, with the accents it certainly has. */
  String restored(String word) {
    String lower = word.toLowerCase(Locale.FRENCH);
    if (!lower.equals(Words.fold(lower))) {
      return lower;
    }
    String found = find(lower);
    if (found.isEmpty() && lower.length() > 3 && (lower.endsWith("s") || lower.endsWith("x"))) {
      String singular = find(lower.substring(0, lower.length() - 1));
      return singular.isEmpty() ? lower : singular + lower.charAt(lower.length() - 1);
    }
    return found.isEmpty() ? lower : found;
  }

  private String find(String lower) {
    return ofFile.getOrDefault(lower, KNOWN.getOrDefault(lower, ""));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.FRENCH))
        .results()
        .map(match -> match.group())
        .toList();
  }

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    List<String> all = new ArrayList<>(Themes.expressions());
    all.addAll(USUAL);
    for (String expression : all) {
      for (String word : words(expression)) {
        String folded = Words.fold(word);
        if (!word.equals(folded) && !OTHER_WORDS.contains(folded)) {
          known.put(folded, word);
        }
      }
    }
    return known;
  }
}
