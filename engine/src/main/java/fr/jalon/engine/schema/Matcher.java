package fr.jalon.engine.schema;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.SchemaMatch.FieldMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Pairs the fields of one schema with the columns of one table, the surest pairs first. */
final class Matcher {
  /** A table that answers this much of a schema follows it; measured on some seventy real files. */
  static final double ENOUGH = 0.4;

  private static final double LEAST_CONFIDENCE = 0.4;

  /** A column in another unit is about the same thing, and its values are not those wanted. */
  private static final double OTHER_UNIT = 0.45;

  private static final int CLOSE_ENOUGH_LENGTH = 8;
  private static final int STEM = 5;
  private static final double ANNOUNCED_BONUS = 0.16;
  private static final Set<Kind> NO_NUMBERS =
      Set.of(Kinds.DATE, Kinds.EMAIL, Kinds.URL, Kinds.PHONE);
  private static final Set<Kind> NO_DATES =
      Set.of(Kinds.DECIMAL, Kinds.EMAIL, Kinds.URL, Kinds.SIRET);

  private final Schema schema;
  private final Profile profile;
  private final List<Header> headers;
  private final List<Names> names;
  private final boolean announced;

  /**
   * @param headers of the profile's columns, in order: made once for all schemas, since a sheet may
   *     have thousands
   */
  Matcher(Schema schema, Profile profile, List<Header> headers, Words about) {
    this.schema = schema;
    this.profile = profile;
    this.headers = headers;
    this.names = schema.fields().stream().map(Names::of).toList();
    this.announced = about.contains(stem(schema.title()));
  }

  /** The name of a column, ready to be compared. */
  record Header(Words words, String key) {
    static Header of(ColumnProfile column) {
      Words words = Words.of(column.name());
      return new Header(words, Matcher.key(words));
    }
  }

  /** The names of a field, ready to be compared. */
  private record Names(String key, Set<String> older, Set<String> synonyms, Set<String> words) {
    static Names of(Field field) {
      Set<String> words = new HashSet<>(Words.of(field.name()).list());
      field.synonyms().forEach(synonym -> words.addAll(Words.of(synonym).list()));
      return new Names(
          Matcher.key(field.name()), keys(field.older()), keys(field.synonyms()), words);
    }

    private static Set<String> keys(List<String> names) {
      return names.stream().map(Matcher::key).collect(Collectors.toSet());
    }
  }

  /** "Délibérations" is announced by "delib", "Arbres urbains" by "arbre". */
  private static String stem(String title) {
    String first = Words.of(title).list().get(0);
    return first.substring(0, Math.min(STEM, first.length()));
  }

  private record Pair(int field, int column, double confidence, String reason) {}

  SchemaMatch match() {
    List<Pair> pairs = new ArrayList<>();
    for (int field = 0; field < schema.fields().size(); field++) {
      for (int column = 0; column < profile.columns().size(); column++) {
        Pair pair = pair(field, column);
        if (pair.confidence() >= LEAST_CONFIDENCE) {
          pairs.add(pair);
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::confidence).reversed());
    Map<Integer, Pair> byField = new HashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!byField.containsKey(pair.field()) && taken.add(pair.column())) {
        byField.put(pair.field(), pair);
      }
    }
    return describe(byField);
  }

  private Pair pair(int fieldIndex, int columnIndex) {
    Field field = schema.fields().get(fieldIndex);
    ColumnProfile column = profile.columns().get(columnIndex);
    Names named = names.get(fieldIndex);
    Header header = headers.get(columnIndex);
    double confidence = 0;
    String reason = "none";
    if (header.key().equals(named.key())) {
      confidence = 1;
      reason = "name";
    } else if (named.older().contains(header.key())) {
      confidence = 0.95;
      reason = "older-version";
    } else if (named.synonyms().contains(header.key())) {
      confidence = 0.9;
      reason = "synonym";
    } else if (nearlyNamed(header.key(), named)) {
      confidence = 0.75;
      reason = "synonym";
    } else if (valuesFit(field, column) && header.words().hasAny(named.words())) {
      confidence = 0.5;
      reason = "values";
    }
    if (confidence > 0 && Unit.other(column.name(), field) != null) {
      confidence = Math.min(confidence, OTHER_UNIT);
    }
    boolean doubtful = confidence > 0 && confidence < 1 && !valuesMayFit(field, column);
    return new Pair(fieldIndex, columnIndex, doubtful ? confidence / 2 : confidence, reason);
  }

  private static String key(Words words) {
    return String.join("", words.list());
  }

  private static String key(String name) {
    return key(Words.of(name));
  }

  /** Accents lost in a conversion and typing slips leave a name two letters away at most. */
  private static boolean nearlyNamed(String key, Names named) {
    if (key.length() < CLOSE_ENOUGH_LENGTH) {
      return false;
    }
    if (distance(key, named.key()) <= 2) {
      return true;
    }
    return named.synonyms().stream()
        .anyMatch(other -> other.length() >= CLOSE_ENOUGH_LENGTH && distance(key, other) <= 2);
  }

  /** True when the column's values are of a kind that few other fields have. */
  private static boolean valuesFit(Field field, ColumnProfile column) {
    Kind kind = field.asKind();
    return kind != Kinds.TEXT && !kind.summable() && kind == column.asKind();
  }

  /** False when the values plainly are something else: dates where an amount is expected. */
  private static boolean valuesMayFit(Field field, ColumnProfile column) {
    if (field.asKind().summable()) {
      return !NO_NUMBERS.contains(column.asKind());
    }
    return field.asKind() != Kinds.DATE || !NO_DATES.contains(column.asKind());
  }

  private SchemaMatch describe(Map<Integer, Pair> byField) {
    List<FieldMatch> mapping = new ArrayList<>();
    double reached = 0;
    double wanted = 0;
    int telling = 0;
    for (int index = 0; index < schema.fields().size(); index++) {
      Field field = schema.fields().get(index);
      Pair pair = byField.get(index);
      double weight = field.required() ? 2 : 1;
      if (pair != null) {
        reached += weight * pair.confidence();
        telling += field.telling() ? 1 : 0;
      }
      wanted += field.required() || pair != null ? weight : 0;
      mapping.add(
          new FieldMatch(
              field.name(),
              field.title(),
              field.required(),
              pair == null ? null : profile.columns().get(pair.column()).name(),
              pair == null ? 0 : pair.confidence(),
              pair == null ? "none" : pair.reason()));
    }
    double coverage = wanted == 0 ? 0 : reached / wanted;
    long columns = profile.columns().stream().filter(column -> column.filled() > 0).count();
    double used = columns == 0 ? 0 : Math.min(1, (double) byField.size() / columns);
    double score = 0.7 * coverage + 0.3 * used;
    double bonus = announced ? Math.min(ANNOUNCED_BONUS, 1 - score) : 0;
    return new SchemaMatch(
        schema.code(),
        schema.version(),
        schema.title(),
        telling < schema.tellingWanted() ? score * 0.4 : score + bonus,
        byField.size(),
        schema.fields().size(),
        mapping);
  }

  /** Levenshtein's distance, given up beyond 2. */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > 2) {
      return 3;
    }
    int[] previous = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int swap = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] rest = previous;
      previous = current;
      current = rest;
    }
    return previous[other.length()];
  }
}
