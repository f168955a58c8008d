package fr.jalon.engine.format;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns of figures are one value each of a thing that deserves its own column:
 * years, months, ages… "Équipement;2021;2022;2023" says the same as "Équipement;Année;Valeur",
 * which can be filtered, added up and drawn.
 *
 * @param first 0-based first column of the series
 * @param end 0-based column after the last of the series
 * @param name what the names of the columns are ("Année")
 * @param value what the cells are ("Valeur", or what the names have in common: "Fréquentation")
 * @param labels for each column of the series, its name without what all have in common
 */
record Crosstab(int first, int end, String name, String value, List<String> labels) {
  static final String COLUMN = "Colonne";
  static final String VALUE = "Valeur";

  /** A shorter run of years is no series: two years are compared side by side. */
  private static final int MIN_SERIES = 3;

  private static final int MIN_ORDINALS = 6;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final Pattern SEASON =
      Pattern.compile("(?:19|20)\\d{2}\\s?[-/]\\s?(?:(?:19|20)\\d{2}|\\d{2})");
  private static final Pattern YEAR_AMONG_WORDS =
      Pattern.compile("(.*?)(?<!\\d)((?:19|20)\\d{2}(?:\\s?[-/]\\s?(?:19|20)\\d{2})?)(?!\\d)(.*)");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:janv?|fev(?:r|rier)?|mars?|avr(?:il)?|mai|juin|juil(?:let)?|aout?|sept?|oct|nov|dec"
              + "|janvier|septembre|octobre|novembre|decembre)\\.?(?:[ -]?(?:\\d{2}|\\d{4}))?"
              + "|(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2}|(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?:t[1-4]|[1-4]t|[1-4](?:er|e|eme)? trimestre|trimestre [1-4])(?:[ -]?(?:19|20)\\d{2})?"
              + "|(?:19|20)\\d{2}[ -]?t[1-4]");
  private static final Pattern DAY =
      Pattern.compile("(?:lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|edi|anche)?\\.?");
  private static final Pattern DATE =
      Pattern.compile("\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AGE =
      Pattern.compile(
          "(?:moins de|plus de|- de|\\+ de) ?\\d{1,3}(?: ?ans)?"
              + "|(?:de )?\\d{1,3} ?(?:-|a|/) ?\\d{1,3}(?: ?ans)"
              + "|\\d{1,3}(?: ?ans)? (?:et plus|ou plus|et \\+)|\\d{1,3} ?ans(?: et plus)?");
  private static final Pattern SCHOOL_CLASS =
      Pattern.compile("tps|ps|ms|gs|cp|ce[12]|cm[12]|6e|5e|4e|3e|6eme|5eme|4eme|3eme");

  /** "Sortants en 2006" is about "Sortants". */
  private static final Pattern LINK =
      Pattern.compile("(?i)\\s+(?:en|de|du|au|à|pour|d'|année|l'année)$");

  private record Named(String kind, String stem, String label) {}

  /**
   * The crosstab that names tell, null when they tell none: a run of years, months… with columns of
   * labels before it, as long as all the other columns together.
   *
   * @param isFigures true for the columns that hold figures, by their index
   */
  static @Nullable Crosstab of(List<String> names, IntPredicate isFigures) {
    Crosstab longest = null;
    int at = 0;
    while (at < names.size()) {
      Named named = isFigures.test(at) ? named(names.get(at)) : null;
      int end = at + 1;
      if (named != null) {
        while (end < names.size() && isFigures.test(end) && goesOn(names, at, end, named)) {
          end++;
        }
        int least = named.kind().equals(COLUMN) ? MIN_ORDINALS : MIN_SERIES;
        boolean longer = longest == null || end - at > longest.end - longest.first;
        if (end - at >= least && longer) {
          longest = series(names, at, end, named);
        }
      }
      at = end;
    }
    return longest != null && longest.first > 0 && (longest.end - longest.first) * 2 >= names.size()
        ? longest
        : null;
  }

  /** Everything after the first column, when the names tell nothing but a person says so. */
  static Crosstab rest(List<String> names, IntPredicate isFigures) {
    int first = names.size();
    while (first > 1 && isFigures.test(first - 1)) {
      first--;
    }
    int from = first == names.size() ? Math.min(1, names.size()) : first;
    return new Crosstab(from, names.size(), COLUMN, VALUE, names.subList(from, names.size()));
  }

  private static boolean goesOn(List<String> names, int first, int at, Named like) {
    Named next = named(names.get(at));
    if (next == null || !next.kind().equals(like.kind()) || !next.stem().equals(like.stem())) {
      return false;
    }
    boolean ordinal = like.kind().equals(COLUMN);
    if (ordinal) {
      return Integer.parseInt(next.label()) == Integer.parseInt(like.label()) + at - first;
    }
    return names.subList(first, at).stream().noneMatch(name -> name.equals(names.get(at)));
  }

  private static Crosstab series(List<String> names, int first, int end, Named like) {
    List<String> labels = new ArrayList<>();
    for (String name : names.subList(first, end)) {
      Named named = named(name);
      labels.add(named == null ? name : named.label());
    }
    String value = like.stem().isEmpty() ? VALUE : like.stem();
    return new Crosstab(first, end, like.kind(), value, labels);
  }

  private static @Nullable Named named(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .strip();
    if (YEAR.matcher(plain).matches() || SEASON.matcher(plain).matches()) {
      return new Named("Année", "", name);
    }
    if (MONTH.matcher(plain).matches()) {
      return new Named("Mois", "", name);
    }
    if (QUARTER.matcher(plain).matches()) {
      return new Named("Trimestre", "", name);
    }
    if (DAY.matcher(plain).matches()) {
      return new Named("Jour", "", name);
    }
    if (DATE.matcher(plain).matches()) {
      return new Named("Date", "", name);
    }
    if (AGE.matcher(plain).matches()) {
      return new Named("Âge", "", name);
    }
    if (SCHOOL_CLASS.matcher(plain).matches()) {
      return new Named("Classe", "", name);
    }
    if (plain.matches("\\d{1,2}")) {
      return new Named(COLUMN, "", name);
    }
    return yearAmongWords(name);
  }

  /** "Fréquentation 2021", "pop_2021", "2021 - budget". */
  private static @Nullable Named yearAmongWords(String name) {
    Matcher matcher = YEAR_AMONG_WORDS.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    String before = LINK.matcher(trimmed(matcher.group(1))).replaceFirst("");
    String stem = before + " " + trimmed(matcher.group(3));
    return new Named("Année", stem.strip(), matcher.group(2));
  }

  private static String trimmed(String words) {
    return words.replaceAll("^[\\s_:;,()\\-–]+|[\\s_:;,()\\-–]+$", "");
  }
}
