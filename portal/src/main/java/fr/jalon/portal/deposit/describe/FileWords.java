package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file, a sheet or a column as a person would write it: "Copie de
 * SubventionsAssos_VF-2021 (1).xlsx" is "Subventions assos". Dates, versions and what computers add
 * are left out; the years are kept apart.
 *
 * @param subject "" when nothing is left
 * @param years the name speaks of
 */
record FileWords(String subject, Optional<Years> years) {
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:\\.(?:csv|tsv|tab|txt|xls[xmb]?|ods|fods|json|geojson|topojson|zip|gz|7z|km[lz]|gpkg|shp"
              + "|dbf|parquet|xml|gpx|fgb|rdf))+$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern COPY =
      Pattern.compile(
          "\\bcop(?:ie|y)\\b(?:\\s*(?:de|of)\\b)?|\\(\\d+\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HUMPS =
      Pattern.compile(
          "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=(?:19|20)\\d\\d(?!\\d))"
              + "|(?<=(?<!\\d)(?:19|20)\\d\\d)(?=\\p{L})");
  private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
  private static final String MONTH = "(?:0?[1-9]|1[0-2])";
  private static final String LONG_YEAR = "((?:19|20)\\d\\d)";
  private static final Pattern DATES =
      Pattern.compile(
          "(?<!\\d)(?:"
              + LONG_YEAR
              + "[-_. ]"
              + MONTH
              + "(?:[-_. ]"
              + DAY
              + ")?"
              + "|"
              + LONG_YEAR
              + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:\\d{4,6})?"
              + "|"
              + DAY
              + "[-_. /]"
              + MONTH
              + "[-_. /]"
              + LONG_YEAR
              + "|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])"
              + LONG_YEAR
              + ")(?!\\d)");

  /** What dBase exports leave behind the name of a column. */
  private static final Pattern DBASE_TYPE =
      Pattern.compile(",[CNDFL](?:,\\d+){0,2}$|_[CNDFL](?:_\\d+){1,2}$");

  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern VERSION =
      Pattern.compile("v(?:ersion)?\\d{0,3}|rev\\d{0,3}|[vn]°?\\d+");
  private static final Pattern CODE =
      Pattern.compile("\\d{5,}|(?=[a-z]*\\d)(?=\\d*[a-z])[0-9a-f]{8,}|[0-9a-f]{16,}");
  private static final Set<String> NOISE =
      Set.of(
          "final",
          "finale",
          "definitif",
          "definitive",
          "def",
          "vdef",
          "vf",
          "export",
          "exports",
          "extraction",
          "extract",
          "data",
          "dataset",
          "opendata",
          "csv",
          "tsv",
          "xls",
          "xlsx",
          "ods",
          "shp",
          "json",
          "geojson",
          "kml",
          "gpkg",
          "utf",
          "utf8",
          "latin1",
          "cp1252",
          "ansi",
          "ok",
          "new",
          "brouillon",
          "draft",
          "tmp",
          "temp",
          "corrige",
          "corrigee",
          "maj",
          "fichier",
          "classeur",
          "feuil",
          "feuille",
          "sheet",
          "download",
          "publication",
          "diffusion",
          "wgs84",
          "l93",
          "lambert93",
          "rgf93",
          "scdl",
          "sans",
          "titre",
          "table",
          "tableau",
          "untitled",
          "nouveau",
          "book",
          "document",
          "fic",
          "vue",
          "query",
          "result",
          "resultat");
  private static final Set<String> MONTHS =
      Set.of(
          "janvier",
          "fevrier",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre");
  private static final Set<String> JOINTS =
      Set.of(
          "de",
          "du",
          "des",
          "d",
          "la",
          "le",
          "les",
          "l",
          "a",
          "au",
          "aux",
          "et",
          "en",
          "pour",
          "par",
          "sur",
          "dans",
          "annee",
          "exercice",
          "millesime",
          "ville",
          "commune",
          "mairie");
  private static final Set<String> ELIDED = Set.of("d", "l", "n", "s", "qu", "j", "c");

  /**
   * @param name of a file or a sheet
   * @param place folded words of the name of who publishes, left out
   */
  static FileWords of(String name, Spelling spelling, List<String> place) {
    String bare = COPY.matcher(ENDING.matcher(decoded(name)).replaceFirst("")).replaceAll(" ");
    String spaced = spaced(bare.replace('_', ' '));
    Matcher dates = DATES.matcher(spaced);
    String dated = dates.replaceAll(found -> " " + year(found) + " ");
    Optional<Years> years = Years.in(dated);
    List<String> words = new ArrayList<>(List.of(BREAKS.split(dated)));
    words.removeIf(word -> isNoise(word, years.isPresent()));
    remove(words, place);
    trim(words);
    return new FileWords(written(words, spelling), years);
  }

  /** "NomVoie_complet" → "Nom Voie_complet": a break between the words a computer glued. */
  static String spaced(String name) {
    return HUMPS.matcher(name).replaceAll(" ");
  }

  /**
   * A column's name in words: "NOM_VOIE,C,50" → "Nom voie"; one that a person wrote stays as it is.
   */
  static String ofColumn(String name, Spelling spelling) {
    String bare = DBASE_TYPE.matcher(name).replaceFirst("").strip();
    if (bare.indexOf(' ') > 0 && !bare.contains("_")) {
      return capital(bare.replaceAll("[\\p{Cntrl}\\s]+", " "));
    }
    List<String> words =
        new ArrayList<>(List.of(BREAKS.split(spaced(bare.replace('_', ' ')).strip())));
    words.removeIf(String::isEmpty);
    return written(words, spelling);
  }

  private static String year(java.util.regex.MatchResult date) {
    for (int group = 1; group <= date.groupCount(); group++) {
      if (date.group(group) != null) {
        return date.group(group);
      }
    }
    return "";
  }

  private static boolean isNoise(String word, boolean dated) {
    String folded = Words.fold(word);
    return folded.isEmpty()
        || NOISE.contains(folded.replaceFirst("\\d{1,3}$", ""))
        || NOISE.contains(folded)
        || VERSION.matcher(folded).matches()
        || CODE.matcher(folded).matches()
        || folded.matches("(?:19|20)\\d\\d")
        || (dated && MONTHS.contains(folded));
  }

  private static void remove(List<String> words, List<String> place) {
    if (place.isEmpty()) {
      return;
    }
    for (int at = 0; at + place.size() <= words.size(); at++) {
      List<String> here = words.subList(at, at + place.size());
      if (here.stream().map(Words::fold).toList().equals(place)) {
        here.clear();
        return;
      }
    }
  }

  private static void trim(List<String> words) {
    while (!words.isEmpty() && (isJoint(last(words)) || last(words).matches("\\d{1,2}"))) {
      words.remove(words.size() - 1);
    }
    while (!words.isEmpty() && isJoint(words.get(0))) {
      words.remove(0);
    }
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }

  private static boolean isJoint(String word) {
    return JOINTS.contains(Words.fold(word));
  }

  private static String written(List<String> words, Spelling spelling) {
    boolean shouted = words.stream().noneMatch(word -> word.matches(".*\\p{Ll}.*"));
    List<String> joined = Themes.joined(words);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < joined.size(); i++) {
      String word = joined.get(i);
      boolean elided = i + 1 < joined.size() && isElided(word, joined.get(i + 1));
      text.append(cased(word, shouted, spelling)).append(elided ? "’" : " ");
    }
    return capital(text.toString().strip());
  }

  /** "d etat" is "d’état", but "d r" are two letters. */
  private static boolean isElided(String word, String next) {
    return ELIDED.contains(Words.fold(word))
        && next.length() > 2
        && Words.fold(next).matches("[aeiouyh].*");
  }

  /** Letters that stand for words stay capitals. */
  private static String cased(String word, boolean shouted, Spelling spelling) {
    boolean upper = word.length() > 1 && word.equals(word.toUpperCase(Locale.FRENCH));
    boolean letters = word.chars().allMatch(Character::isLetter);
    boolean vowels = Words.fold(word).matches(".*[aeiouy].*");
    if (Spelling.isAcronym(word)
        || (upper && !shouted && word.length() <= 5)
        || (letters && !vowels && word.length() > 2 && upper)) {
      return word.toUpperCase(Locale.FRENCH);
    }
    return spelling.restored(word);
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
  }

  /** "%20" is a space; bytes that are no text stay as they are. */
  private static String decoded(String name) {
    return PERCENT
        .matcher(name)
        .replaceAll(
            found -> {
              byte[] bytes = new byte[found.group().length() / 3];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] =
                    (byte) Integer.parseInt(found.group().substring(3 * i + 1, 3 * i + 3), 16);
              }
              String text = new String(bytes, StandardCharsets.UTF_8);
              return Matcher.quoteReplacement(
                  text.indexOf('\uFFFD') >= 0 || text.chars().anyMatch(c -> c < ' ')
                      ? found.group()
                      : text);
            });
  }

  /** The folded words of a name. */
  static List<String> folded(String name) {
    return Arrays.stream(Words.fold(name).split("[^a-z0-9]+"))
        .filter(one -> !one.isEmpty())
        .toList();
  }
}
