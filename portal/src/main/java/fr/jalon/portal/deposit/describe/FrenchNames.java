package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.NameLink;
import fr.jalon.engine.profile.Territory;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of places inside a sentence: d'Orléans, du Blanc, de La Châtre, des Aix-d'Angillon, de
 * l'Indre. How a name is joined is INSEE's answer wherever it has one; no rule on letters knows
 * which h is heard.
 */
public final class FrenchNames {
  private static final char APOSTROPHE = '’';

  /** Kinds of EPCI as the official lists shorten them. */
  private static final Map<String, String> EPCI =
      Map.of(
          "CC ", "la communauté de communes ",
          "CA ", "la communauté d’agglomération ",
          "CU ", "la communauté urbaine ");

  private FrenchNames() {}

  /** After "de": "d’Olivet", "du Mans", "de l’Indre", "de la communauté de communes du Berry". */
  public static String of(Territory place) {
    String name = written(place.name());
    return switch (place.level()) {
      case COMMUNE, COUNTRY -> of(name);
      case EPCI -> isShortened(place.name()) ? "de " + epci(place.name()) : of(name);
      case DEPARTEMENT, REGION -> of(link(place), name, true);
    };
  }

  /** The same of a commune's name alone. */
  public static String of(String commune) {
    String name = written(commune);
    return of(FrenchTerritories.all().findLink(commune).orElse(guessed(name)), name, false);
  }

  /** After "que": "qu’Olivet", "que Le Mans", "que la communauté de communes…". */
  public static String that(String name) {
    String written = written(name);
    NameLink link = FrenchTerritories.all().findLink(name).orElse(guessed(written));
    return (link == NameLink.VOWEL ? "qu" + APOSTROPHE : "que ") + written;
  }

  /** With its article: "la commune d’Olivet", "le Loiret", "la région Bretagne", "la France". */
  public static String full(Territory place) {
    String name = written(place.name());
    return switch (place.level()) {
      case COMMUNE -> "la commune " + of(place);
      case EPCI -> isShortened(place.name()) ? epci(place.name()) : name;
      case DEPARTEMENT -> "le département " + of(place);
      case REGION -> "la région " + name;
      case COUNTRY -> "la France";
    };
  }

  private static String of(NameLink link, String name, boolean bare) {
    return switch (link) {
      case CONSONANT -> "de " + name;
      case VOWEL -> "d" + APOSTROPHE + name;
      case LE -> "du " + without("Le ", name);
      case LES -> "des " + without("Les ", name);
      case AUX -> "des " + without("Aux ", name);
      case LA -> bare ? "de la " + name : "de " + name;
      case L -> bare ? "de l" + APOSTROPHE + name : "de " + name;
      case LAS, LOS -> "de " + name;
    };
  }

  private static String without(String article, String name) {
    return name.startsWith(article) ? name.substring(article.length()) : name;
  }

  private static NameLink link(Territory place) {
    return FrenchTerritories.all().findLink(place).orElse(guessed(place.name()));
  }

  /** For a name no list has: by its article, else by its first letter, an h counting as silent. */
  private static NameLink guessed(String name) {
    if (name.startsWith("Le ")) {
      return NameLink.LE;
    }
    if (name.startsWith("Les ")) {
      return NameLink.LES;
    }
    String first =
        Normalizer.normalize(name.replace('Œ', 'O').replace('Æ', 'A'), Normalizer.Form.NFD);
    boolean vowel =
        !first.isEmpty() && "AEIOUYH".indexOf(first.substring(0, 1).toUpperCase(Locale.ROOT)) >= 0;
    return vowel ? NameLink.VOWEL : NameLink.CONSONANT;
  }

  private static boolean isShortened(String name) {
    return EPCI.keySet().stream().anyMatch(name::startsWith);
  }

  /** "CC du Berry" → "la communauté de communes du Berry". */
  private static String epci(String name) {
    Optional<String> kind = EPCI.keySet().stream().filter(name::startsWith).findFirst();
    return kind.map(one -> EPCI.get(one) + written(name.substring(one.length()))).orElse(name);
  }

  private static String written(String name) {
    return name.replace('\'', APOSTROPHE);
  }
}
