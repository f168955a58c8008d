package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.catalog.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the thirteen themes a table is of, by the words of its title, of its columns and by what
 * its columns hold. The words are in {@code theme-words.txt}.
 */
final class Themes {
  /** The first word of a title that belongs to a theme is what the rest only qualifies. */
  private static final int WEIGHT_OF_HEAD = 6;

  private static final int WEIGHT_OF_TITLE = 3;
  private static final int WEIGHT_OF_COLUMN = 1;

  /** Words of columns alone make a theme when there are that many, and more than of any other. */
  private static final int ENOUGH = 2;

  private static final int LONGEST_EXPRESSION = 4;
  private static final Pattern BREAKS = Pattern.compile("[^a-z0-9]+");
  private static final Set<String> SMALL =
      Set.of("de", "du", "des", "la", "le", "les", "l", "d", "un", "une", "a", "au", "et", "en");

  private static final Pattern FEMININE = Pattern.compile("(?<=..)(?:(al)e|(el)le|(e)e|(er)e)$");

  /** What only such tables hold. */
  private static final Map<Kind, Theme> KINDS = Map.of(Kinds.UAI, Theme.EDUCATION);

  /** Models whose title alone would not do, or whose subject is of a theme by common usage. */
  private static final Map<String, Theme> SCHEMAS =
      Map.of(
          "scdl/subventions", Theme.GOVERNMENT,
          "scdl/deliberations", Theme.GOVERNMENT,
          "scdl/catalogue", Theme.GOVERNMENT,
          "NaturalSolutions/schema-arbre", Theme.ENVIRONMENT);

  private static final Map<Theme, List<String>> EXPRESSIONS = read();
  private static final Map<String, Theme> BY_STEMS = byStems();

  /** The small words inside expressions: "bureau vote" is written "bureau de vote". */
  private static final Map<String, List<String>> JOINTS = joints();

  private Themes() {}

  /**
   * The words with the small ones that expressions have between them, where a name left them out.
   */
  static List<String> joined(List<String> words) {
    List<String> all = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(LONGEST_EXPRESSION, words.size() - at);
      List<String> joints = null;
      while (length > 1 && joints == null) {
        joints = JOINTS.get(stemsOf(words.subList(at, at + length)));
        length = joints == null ? length - 1 : length;
      }
      all.add(words.get(at));
      for (int i = 1; joints != null && i < length; i++) {
        if (!joints.get(i - 1).isEmpty()) {
          all.add(joints.get(i - 1));
        }
        all.add(words.get(at + i));
      }
      at += Math.max(1, length);
    }
    return all;
  }

  private static String stemsOf(List<String> words) {
    return String.join(" ", words.stream().map(word -> stem(Words.fold(word))).toList());
  }

  private static Map<String, List<String>> joints() {
    Map<String, List<String>> all = new HashMap<>();
    for (String expression : expressions()) {
      List<String> content = new ArrayList<>();
      List<String> joints = new ArrayList<>();
      StringBuilder joint = new StringBuilder();
      for (String word : expression.split("(?<=')|\\s+")) {
        if (SMALL.contains(Words.fold(word).replace("'", ""))) {
          joint.append(joint.isEmpty() ? "" : " ").append(word.replace("'", ""));
        } else {
          if (!content.isEmpty()) {
            joints.add(joint.toString());
          }
          content.add(word);
          joint.setLength(0);
        }
      }
      if (joints.stream().anyMatch(one -> !one.isEmpty())) {
        all.put(stemsOf(content), joints);
      }
    }
    return all;
  }

  /** The expressions and the other words of a text, small words left out, as they are written. */
  static List<String> phrases(String text) {
    List<String> words = List.of(text.split("[^\\p{L}\\p{N}]+"));
    List<String> phrases = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int end = Math.min(words.size(), at + LONGEST_EXPRESSION + 2);
      while (end > at + 1 && !BY_STEMS.containsKey(contentStems(words.subList(at, end)))) {
        end--;
      }
      if (end > at + 1 && SMALL.contains(Words.fold(words.get(at)))) {
        end = at + 1;
      }
      while (end > at + 1 && SMALL.contains(Words.fold(words.get(end - 1)))) {
        end--;
      }
      if (end > at + 1 || !SMALL.contains(Words.fold(words.get(at)))) {
        phrases.add(phrase(words.subList(at, end)));
      }
      at = end;
    }
    return phrases;
  }

  private static String phrase(List<String> words) {
    return String.join(" ", words).replaceAll("(?<=\\b[dlDL]) ", "’");
  }

  private static String contentStems(List<String> words) {
    return stemsOf(words.stream().filter(word -> !SMALL.contains(Words.fold(word))).toList());
  }

  /** Every word and expression, as written. */
  static List<String> expressions() {
    return EXPRESSIONS.values().stream().flatMap(List::stream).toList();
  }

  static Optional<Theme> ofSchema(String code) {
    return Optional.ofNullable(SCHEMAS.get(code));
  }

  /**
   * @param titles the subject first, then whatever else names the table
   * @param columns names of its columns, and values that come again and again in them
   */
  static Optional<Theme> guess(
      List<String> titles, Collection<String> columns, Collection<Kind> kinds) {
    Map<Theme, Integer> scores = new EnumMap<>(Theme.class);
    for (int i = 0; i < titles.size(); i++) {
      List<Match> found = matches(titles.get(i));
      for (int j = 0; j < found.size(); j++) {
        boolean head = i == 0 && j == 0;
        scores.merge(found.get(j).theme(), head ? WEIGHT_OF_HEAD : WEIGHT_OF_TITLE, Integer::sum);
      }
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String column : columns) {
      for (Match match : matches(column)) {
        if (seen.add(match.stems())) {
          scores.merge(match.theme(), WEIGHT_OF_COLUMN, Integer::sum);
        }
      }
    }
    kinds.forEach(
        kind -> {
          Theme theme = KINDS.get(kind);
          if (theme != null) {
            scores.merge(theme, WEIGHT_OF_TITLE, Integer::sum);
          }
        });
    return best(scores);
  }

  private static Optional<Theme> best(Map<Theme, Integer> scores) {
    int most = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Theme> first =
        scores.entrySet().stream()
            .filter(score -> score.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return most >= ENOUGH && first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
  }

  /** Words and expressions of themes in a text, in its order; the longest expression wins. */
  private static List<Match> matches(String text) {
    List<String> stems = stems(text);
    List<Match> found = new ArrayList<>();
    int at = 0;
    while (at < stems.size()) {
      int length = Math.min(LONGEST_EXPRESSION, stems.size() - at);
      Theme theme = null;
      String wanted = "";
      while (length > 0 && theme == null) {
        wanted = String.join(" ", stems.subList(at, at + length));
        theme = BY_STEMS.get(wanted);
        length--;
      }
      if (theme == null) {
        at++;
      } else {
        found.add(new Match(wanted, theme));
        at += length + 1;
      }
    }
    return found;
  }

  private record Match(String stems, Theme theme) {}

  /** The words of a text without small ones, plurals, accents. */
  static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    for (String word : BREAKS.split(Words.fold(FileWords.spaced(text)))) {
      if (!word.isEmpty() && !SMALL.contains(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  /**
   * Without the marks of a plural and of a feminine: "municipaux", "municipales" are "municipal".
   */
  private static String stem(String word) {
    if (word.length() > 4 && word.endsWith("aux") && !word.endsWith("eaux")) {
      return word.substring(0, word.length() - 3) + "al";
    }
    boolean plural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
    String bare = plural ? word.substring(0, word.length() - 1) : word;
    return FEMININE.matcher(bare).replaceFirst("$1$2$3$4");
  }

  private static Map<String, Theme> byStems() {
    Map<String, Theme> map = new HashMap<>();
    EXPRESSIONS.forEach(
        (theme, words) ->
            words.forEach(
                word -> {
                  Theme other = map.putIfAbsent(String.join(" ", stems(word)), theme);
                  if (other != null && other != theme) {
                    throw new IllegalStateException(word + " is of two themes in theme-words.txt");
                  }
                }));
    return map;
  }

  private static Map<Theme, List<String>> read() {
    Map<Theme, List<String>> all = new EnumMap<>(Theme.class);
    try (InputStream bytes =
            Objects.requireNonNull(Themes.class.getResourceAsStream("theme-words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(":"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                all.put(
                    Theme.valueOf(line.substring(0, colon)),
                    List.of(line.substring(colon + 1).strip().split("\\s*,\\s*")));
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }
}
