package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a text places something in France or in another country. */
public final class Countries {
  /** What a text says of a place. */
  public enum Place {
    FRANCE,
    ABROAD,
    UNKNOWN
  }

  /** France and the territories that have ISO codes of their own but French postal codes. */
  private static final Set<String> FRENCH_CODES =
      Set.of("FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF", "FX");

  private static final List<String> FRENCH_WORDS =
      List.of(
          "F",
          "France",
          "République française",
          "France métropolitaine",
          "Français",
          "Française",
          "Réunion",
          "La Réunion",
          "Saint-Martin",
          "99100");

  /** Usual names that the list of countries says otherwise, and the signs on cars. */
  private static final List<String> FOREIGN_WORDS =
      List.of(
          "B",
          "D",
          "L",
          "I",
          "A",
          "UK",
          "GB",
          "USA",
          "Angleterre",
          "Écosse",
          "Grande-Bretagne",
          "Hollande",
          "England",
          "Scotland",
          "États-Unis d'Amérique",
          "Grand-Duché de Luxembourg",
          "Confédération suisse",
          "Royaume de Belgique",
          "République tchèque",
          "étranger",
          "à l'étranger",
          "hors de France",
          "hors France");

  /**
   * Capitals and large towns of the neighbours whose postal codes have four digits. None is a
   * commune of the nine départements whose codes begin by a zero.
   */
  private static final Set<String> TOWNS =
      words(
          List.of(
              "Bruxelles",
              "Brussel",
              "Brussels",
              "Anvers",
              "Antwerpen",
              "Gand",
              "Gent",
              "Charleroi",
              "Liège",
              "Bruges",
              "Brugge",
              "Namur",
              "Louvain",
              "Leuven",
              "Mons",
              "Malines",
              "Mechelen",
              "La Louvière",
              "Courtrai",
              "Kortrijk",
              "Tournai",
              "Ostende",
              "Oostende",
              "Mouscron",
              "Verviers",
              "Arlon",
              "Louvain-la-Neuve",
              "Ixelles",
              "Schaerbeek",
              "Anderlecht",
              "Genève",
              "Geneva",
              "Zurich",
              "Zürich",
              "Bâle",
              "Basel",
              "Lausanne",
              "Berne",
              "Bern",
              "Winterthour",
              "Lucerne",
              "Luzern",
              "Saint-Gall",
              "Lugano",
              "Bienne",
              "Fribourg",
              "Neuchâtel",
              "La Chaux-de-Fonds",
              "Sion",
              "Vevey",
              "Montreux",
              "Nyon",
              "Carouge",
              "Yverdon-les-Bains",
              "Delémont",
              "Luxembourg",
              "Esch-sur-Alzette",
              "Differdange",
              "Dudelange",
              "Amsterdam",
              "Rotterdam",
              "La Haye",
              "Den Haag",
              "Utrecht",
              "Eindhoven",
              "Maastricht",
              "Lisbonne",
              "Lisboa",
              "Porto",
              "Copenhague",
              "Oslo",
              "Vienne",
              "Wien",
              "Graz",
              "Salzbourg",
              "Budapest",
              "Sydney",
              "Melbourne"));

  /** Before the name of a country, they make it that of a street or of a friendship. */
  private static final Set<String> LEADING =
      Set.of(
          "de",
          "du",
          "des",
          "d",
          "la",
          "le",
          "les",
          "l",
          "rue",
          "avenue",
          "av",
          "boulevard",
          "bd",
          "place",
          "quai",
          "impasse",
          "allee",
          "square",
          "route",
          "chemin",
          "cours",
          "hotel",
          "residence",
          "villa",
          "pont",
          "porte",
          "cite");

  /** Countries as the end of an address names them. */
  private static final Set<String> NAMES = new HashSet<>(words(FOREIGN_WORDS));

  /** Shorter, they are codes and signs on cars. */
  private static final int SHORTEST_NAME = 4;

  private static final int MOST_WORDS = 5;
  private static final Pattern CODE_BEFORE = Pattern.compile("^\\d{4} ");
  private static final int MAX_ADDRESS = 300;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** What stands between the parts of an address; a hyphen joins the words of a name too. */
  private static final String SEPARATORS = ",;(/\n\u2013\u2014";

  private static final Set<String> FRANCE = new HashSet<>(words(FRENCH_WORDS));
  private static final Set<String> ABROAD = new HashSet<>(words(FOREIGN_WORDS));
  private static final Pattern CODE_OF_COUNTRY = Pattern.compile("99\\d{3}");

  /**
   * Codes that only other countries write so: L-1234, SW1A 1AA, 1012 AB, 1200-123, 00-950, K1A 0B1,
   * D02 AF30, and 00185, of Rome.
   */
  private static final Pattern FOREIGN_POSTAL_CODE =
      Pattern.compile(
          "(?:A|B|BE|CH|D|DE|DK|E|ES|FIN|FL|I|IT|L|LU|N|NL|P|PL|PT|S|SE)[- ]\\d{4,5}"
              + "|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}"
              + "|\\d{4} ?[A-Z]{2}"
              + "|\\d{4}-\\d{3}"
              + "|\\d{2}-\\d{3}"
              + "|[A-Z]\\d[A-Z][ -]?\\d[A-Z]\\d"
              + "|[A-Z]\\d[\\dW] ?[A-Z][A-Z\\d]{3}"
              + "|00(?:0[1-7]|1\\d)\\d"
              + "|\\d{5}-\\d{4}");

  static {
    List<Locale> languages =
        List.of(
            Locale.FRENCH,
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("pt"));
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      Set<String> names = FRENCH_CODES.contains(code) ? FRANCE : ABROAD;
      names.add(folded(code));
      names.add(folded(country.getISO3Country()));
      if (!FRENCH_CODES.contains(code)) {
        NAMES.add(folded(country.getDisplayCountry(Locale.FRENCH)));
        NAMES.add(folded(country.getDisplayCountry(Locale.ENGLISH)));
      }
      languages.forEach(language -> names.add(folded(country.getDisplayCountry(language))));
    }
    ABROAD.removeAll(FRANCE);
    ABROAD.remove("");
    NAMES.removeAll(FRANCE);
    NAMES.removeIf(name -> name.length() < SHORTEST_NAME);
  }

  private Countries() {}

  /** Where the cell of a column of countries places its row. */
  public static Place of(String country) {
    String name = folded(country);
    if (FRANCE.contains(name)) {
      return Place.FRANCE;
    }
    boolean known = ABROAD.contains(name) || CODE_OF_COUNTRY.matcher(name).matches();
    return known ? Place.ABROAD : Place.UNKNOWN;
  }

  /** True for a town whose postal code has four digits because it lies in another country. */
  public static boolean isForeignTown(String town) {
    return TOWNS.contains(CODE_BEFORE.matcher(folded(town)).replaceFirst(""));
  }

  /**
   * True for an address that ends by the name of another country: "Avenue Louise 5, Bruxelles,
   * Belgique", but neither "2 place d'Italie" nor "Comité de jumelage Allemagne".
   */
  public static boolean endsAbroad(String text) {
    return text.length() <= MAX_ADDRESS && endOfAbroad(text.strip());
  }

  private static boolean endOfAbroad(String text) {
    Matcher words = WORD.matcher(text);
    List<Integer> starts = new ArrayList<>();
    while (words.find()) {
      starts.add(words.start());
    }
    for (int count = 1; count <= Math.min(MOST_WORDS, starts.size()); count++) {
      int start = starts.get(starts.size() - count);
      if (NAMES.contains(folded(text.substring(start)))) {
        String before = text.substring(0, start).stripTrailing();
        if (before.isEmpty()
            || before.endsWith(" -")
            || SEPARATORS.indexOf(before.charAt(before.length() - 1)) >= 0) {
          return true;
        }
        String last = text.substring(starts.get(starts.size() - count - 1), start);
        return DIGIT.matcher(before).find() && !LEADING.contains(folded(last));
      }
    }
    return false;
  }

  /** True for a postal code that only another country can have. */
  public static boolean isForeignPostalCode(String text) {
    String code = Numbers.spacesMadePlain(text).strip().toUpperCase(Locale.ROOT);
    return code.length() <= 12 && FOREIGN_POSTAL_CODE.matcher(code).matches();
  }

  private static Set<String> words(List<String> names) {
    Set<String> words = new HashSet<>();
    names.forEach(name -> words.add(folded(name)));
    return words;
  }

  /** The words of a name run together: "États-Unis" and "ETATS UNIS" are one. */
  private static String folded(String name) {
    return name.length() > 60 ? "" : Words.fold(name).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
