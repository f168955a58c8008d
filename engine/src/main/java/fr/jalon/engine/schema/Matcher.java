package fr.jalon.engine.schema;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profiling;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the fields of one schema with the columns of one table, the surest pairs first, and weighs
 * what the pairs say: how much the name of the column tells, how surely it is a name of the field,
 * how well the values fit.
 *
 * <p>All weights are in one unit, what a column of a rare name, exactly that of the field, with
 * values of hardly anything else brings. They were set so that of some seventy real files those
 * that follow a schema are above {@link #ENOUGH}, and the others, among them files of a dozen
 * models that are not known here, are under it with as much again to spare.
 */
final class Matcher {
  /** A table with this much evidence follows the schema; its score is then a half. */
  static final double ENOUGH = 1.1;

  /** The score from which a table follows the schema. */
  static final double ENOUGH_SCORE = 0.5;

  /** A pair of this much evidence has both a name that tells and values that fit. */
  private static final double STRONG = 0.33;

  /** One column may have such a name and such values by chance. */
  private static final int STRONG_WANTED = 2;

  /** A table without a required column may be a part of the model: each counts little. */
  private static final double MISSING_COSTS = 0.1;

  /** A column of a telling name with other values is of another model. */
  private static final double CONTRARY_COSTS = 0.5;

  /** "deliberations-2021.csv" says what it is as well as one column, and not all alone. */
  private static final double ANNOUNCED = 0.5;

  private static final double LEAST_CONFIDENCE = 0.4;

  /** What becomes of the confidence in a pair whose values are contrary: it is still shown. */
  private static final double CONTRARY_CONFIDENCE = 0.5;

  private static final double BY_OLDER_NAME = 0.95;
  private static final double BY_SYNONYM = 0.9;
  private static final double NEARLY = 0.75;
  private static final double BY_ABBREVIATION = 0.7;

  /** Under BY_ABBREVIATION: the name is of something else as well, and giving another is asked. */
  private static final double BY_NEAR_NAME = 0.65;

  private static final double BY_VALUES = 0.5;

  /** A column in another unit is about the same thing, and its values are not those wanted. */
  private static final double OTHER_UNIT = 0.45;

  /** A table has one column of each, whatever it is called. */
  private static final Set<String> PLACES = Set.of("longitude", "latitude", "insee", "postal");

  private static final int CLOSE_ENOUGH_LENGTH = 8;
  private static final int STEM = 5;

  private final Schema schema;
  private final Profiling profiling;
  private final List<ColumnProfile> columns;
  private final List<Header> headers;
  private final List<Names> names;
  private final boolean announced;

  /**
   * @param headers of the profile's columns, in order: made once for all schemas, since a sheet may
   *     have thousands
   */
  Matcher(Schema schema, Profiling profiling, List<Header> headers, Words about) {
    this.schema = schema;
    this.profiling = profiling;
    this.columns = profiling.profile().columns();
    this.headers = headers;
    this.names = schema.fields().stream().map(Names::of).toList();
    this.announced = about.contains(stem(schema.title()));
  }

  /**
   * The name of a column, ready to be compared.
   *
   * @param unit said at its end, null when none is
   * @param bare the same name without its unit; the same when it says none
   * @param shorts its words that may be short for others
   */
  record Header(
      Words words, String key, @Nullable Unit unit, @Nullable Header bare, List<String> shorts) {
    static Header of(ColumnProfile column) {
      Unit unit = Unit.of(column.name());
      return of(
          column.name(), unit, unit == null ? null : of(Unit.left(column.name()), null, null));
    }

    private static Header of(String name, @Nullable Unit unit, @Nullable Header bare) {
      Words words = Words.of(name);
      return new Header(words, Matcher.key(words), unit, bare, Abbreviation.shorts(words));
    }

    /** Without its unit where a measure is wanted: "Date CM" is no date in centimetres. */
    Header asOf(@Nullable Unit wanted) {
      boolean measures = wanted != null && unit != null && unit.measure().equals(wanted.measure());
      return measures && bare != null ? bare : this;
    }
  }

  /**
   * The names of a field, ready to be compared.
   *
   * @param unit of its values, null when it has none
   * @param own the words of its name
   * @param words of its name and of its synonyms
   */
  private record Names(
      @Nullable Unit unit,
      Set<String> key,
      Set<String> older,
      Set<String> synonyms,
      Set<String> near,
      Set<String> own,
      Set<String> words,
      List<Abbreviation> abbreviations) {
    static Names of(Field field) {
      Set<String> words = new HashSet<>(Words.of(field.name()).list());
      field.synonyms().forEach(synonym -> words.addAll(Words.of(synonym).list()));
      return new Names(
          Unit.of(field.title()),
          Set.of(Matcher.key(Words.of(field.name()))),
          keys(field.older()),
          keys(field.synonyms()),
          keys(field.near()),
          Set.copyOf(Words.of(field.name()).list()),
          words,
          Stream.concat(Stream.of(field.name()), field.synonyms().stream())
              .map(Abbreviation::of)
              .toList());
    }

    private static Set<String> keys(List<String> names) {
      return names.stream().map(name -> Matcher.key(Words.of(name))).collect(Collectors.toSet());
    }
  }

  /** "Délibérations" is announced by "delib", "Arbres urbains" by "arbre". */
  private static String stem(String title) {
    String first = Words.of(title).list().get(0);
    return first.substring(0, Math.min(STEM, first.length()));
  }

  /**
   * A field and a column that may answer it.
   *
   * @param evidence of the table being of the schema; under zero, against it
   */
  private record Pair(
      int field, int column, double confidence, String reason, Fit fit, double evidence) {}

  SchemaMatch match() {
    List<Pair> pairs = new ArrayList<>();
    for (int field = 0; field < schema.fields().size(); field++) {
      for (int column = 0; column < columns.size(); column++) {
        Pair pair = pair(field, column);
        if (pair != null && pair.confidence() >= LEAST_CONFIDENCE) {
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

  private @Nullable Pair pair(int fieldIndex, int columnIndex) {
    Field field = schema.fields().get(fieldIndex);
    ColumnProfile column = columns.get(columnIndex);
    Names names = this.names.get(fieldIndex);
    Header header = headers.get(columnIndex).asOf(names.unit());
    Named how = named(field, column, names, header);
    if (how == null) {
      return null;
    }
    Evidence seen = Evidence.of(field, column, profiling.values().get(columnIndex));
    boolean other = seen.fit() == Fit.CONTRARY && seen.support() == 0;
    double confidence = how.confidence();
    if (Unit.other(column.name(), field) != null) {
      confidence = Math.min(confidence, OTHER_UNIT);
    } else if (other && confidence < 1) {
      // An ordinary name whose values are something else is no name of the field.
      confidence = how.telling() < OrdinaryWords.TELLING ? 0 : confidence * CONTRARY_CONFIDENCE;
    }
    double said = how.confidence() * seen.support() - (other ? CONTRARY_COSTS : 0);
    boolean doubtful = seen.fit() == Fit.FITS && !isSure(how, names, header, field);
    Fit fit = doubtful ? Fit.UNKNOWN : seen.fit();
    return new Pair(fieldIndex, columnIndex, confidence, how.reason(), fit, how.telling() * said);
  }

  /**
   * How the name of a column is one of a field's.
   *
   * @param telling how much what they have in common tells, 0 to 1
   */
  private record Named(double confidence, String reason, double telling) {}

  private static @Nullable Named named(
      Field field, ColumnProfile column, Names names, Header header) {
    double telling = OrdinaryWords.telling(header.words().list());
    if (names.key().contains(header.key())) {
      return new Named(1, "name", telling);
    } else if (names.older().contains(header.key())) {
      return new Named(BY_OLDER_NAME, "older-version", telling);
    } else if (names.synonyms().contains(header.key())) {
      return new Named(BY_SYNONYM, "synonym", telling);
    } else if (names.near().contains(header.key())) {
      return new Named(BY_NEAR_NAME, "near-name", telling);
    } else if (nearlyNamed(header.key(), names)) {
      return new Named(NEARLY, "synonym", telling);
    }
    for (Abbreviation whole : names.abbreviations()) {
      if (whole.isOf(header.shorts())) {
        double whatIsMeant = OrdinaryWords.telling(whole.words());
        return new Named(BY_ABBREVIATION, "abbreviation", Math.min(telling, whatIsMeant));
      }
    }
    if (kindFits(field, column)) {
      List<String> shared = header.words().list().stream().filter(names.words()::contains).toList();
      double told = OrdinaryWords.telling(shared);
      boolean enough = told >= OrdinaryWords.TELLING || PLACES.contains(field.kind());
      return enough && !shared.isEmpty() ? new Named(BY_VALUES, "values", told) : null;
    }
    return null;
  }

  /**
   * True when the name of the column can only mean this field. "Date" or "SIRET" may be those of
   * something else, unless their very values tell ("lat"); "Montant voté" is a montant.
   */
  private static boolean isSure(Named how, Names names, Header header, Field field) {
    return how.confidence() >= BY_OLDER_NAME
        || how.confidence() >= BY_ABBREVIATION
            && (how.telling() >= OrdinaryWords.TELLING
                || header.words().list().containsAll(names.own())
                || PLACES.contains(field.kind()));
  }

  private static String key(Words words) {
    return String.join("", words.list());
  }

  /** Accents lost in a conversion and typing slips leave a name two letters away at most. */
  private static boolean nearlyNamed(String key, Names named) {
    if (key.length() < CLOSE_ENOUGH_LENGTH) {
      return false;
    }
    return Stream.concat(named.key().stream(), named.synonyms().stream())
        .anyMatch(other -> other.length() >= CLOSE_ENOUGH_LENGTH && distance(key, other) <= 2);
  }

  /** True when the column's values are of a kind that few other fields have. */
  private static boolean kindFits(Field field, ColumnProfile column) {
    Kind kind = field.asKind();
    return kind != Kinds.TEXT && !kind.summable() && kind == column.asKind();
  }

  private SchemaMatch describe(Map<Integer, Pair> byField) {
    List<FieldMatch> mapping = new ArrayList<>();
    double evidence = announced ? ANNOUNCED : 0;
    int strong = 0;
    for (int index = 0; index < schema.fields().size(); index++) {
      Field field = schema.fields().get(index);
      Pair pair = byField.get(index);
      if (pair == null) {
        evidence -= field.required() ? MISSING_COSTS : 0;
      } else {
        evidence += pair.evidence();
        strong += pair.evidence() >= STRONG ? 1 : 0;
      }
      mapping.add(
          new FieldMatch(
              field.name(),
              field.title(),
              field.required(),
              pair == null ? null : columns.get(pair.column()).name(),
              pair == null ? 0 : pair.confidence(),
              pair == null ? "none" : pair.reason(),
              pair == null ? Fit.UNKNOWN : pair.fit()));
    }
    return new SchemaMatch(
        schema.code(),
        schema.version(),
        schema.title(),
        score(evidence, strong),
        byField.size(),
        schema.fields().size(),
        mapping);
  }

  /** Evidence goes from none to any; a score from 0 to 1. */
  private static double score(double evidence, int strong) {
    double score = evidence <= 0 ? 0 : evidence / (evidence + ENOUGH);
    return strong < STRONG_WANTED ? Math.min(score, ENOUGH_SCORE / 2) : score;
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
