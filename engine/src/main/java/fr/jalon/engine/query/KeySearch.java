package fr.jalon.engine.query;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.query.KeyCandidate.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks for the columns that tell the rows of two tables apart: one column, or two where none that
 * looks like an identifier does. Every candidate given was checked on all rows; a sample only
 * spares the checks of those of which it holds twice the same.
 */
final class KeySearch {
  /** Candidates given: a choice people can read. */
  static final int MOST_GIVEN = 5;

  /** Rows looked at first; what is met twice among them is no key, and most columns are so. */
  private static final int SAMPLE_ROWS = 20_000;

  /**
   * Sets of columns asked about in one statement: each is an aggregate of its own, and DuckDB ends
   * its stack, and the process with it, on a thousand.
   */
  private static final int SETS_AT_ONCE = 25;

  /** Pairs tried on the sample; of 20 columns there are 190. */
  private static final int MOST_PAIRS = 200;

  /** Kinds of which each thing, body or person of the world has its own. */
  private static final Set<Kind> IDENTIFIERS =
      Set.of(Kinds.UUID, Kinds.SIRET, Kinds.SIREN, Kinds.RNA, Kinds.UAI, Kinds.INSEE);

  /** What measures, draws or answers yes or no names nothing, even where no two are the same. */
  private static final Set<Kind> NEVER =
      Set.of(
          Kinds.GEOMETRY,
          Kinds.POINT,
          Kinds.JSON,
          Kinds.BOOLEAN,
          Kinds.DECIMAL,
          Kinds.LATITUDE,
          Kinds.LONGITUDE,
          Kinds.LAMBERT93_X,
          Kinds.LAMBERT93_Y);

  /** Words by which French and English headers announce what tells rows apart. */
  private static final Set<String> IDENTIFIER_WORDS =
      Set.of(
          "id",
          "ids",
          "identifiant",
          "ident",
          "uid",
          "uuid",
          "guid",
          "gid",
          "fid",
          "objectid",
          "cle",
          "key",
          "code",
          "numero",
          "num",
          "ref",
          "reference",
          "matricule",
          "siret",
          "siren",
          "rna",
          "uai",
          "insee",
          "immatriculation");

  private final Sides sides;
  private final KeyHints hints;
  private final Differences.Asking asking;

  KeySearch(Sides sides, KeyHints hints, Differences.Asking asking) {
    this.sides = sides;
    this.hints = hints;
    this.asking = asking;
  }

  List<KeyCandidate> run() throws QueryProblem {
    List<KeyCandidate> found = new ArrayList<>();
    List<Integer> primary = hints.primaryKey().stream().map(sides::place).toList();
    if (!primary.isEmpty() && primary.stream().allMatch(place -> place >= 0)) {
      check(primary, Likeness.PRIMARY_KEY, found);
    }
    List<Integer> columns = columns();
    List<List<Integer>> singles = columns.stream().map(List::of).toList();
    for (List<Integer> single : notRefuted(singles)) {
      if (!single.equals(primary)) {
        check(single, likeness(single.get(0)), found);
      }
    }
    if (found.stream().allMatch(one -> one.likeness() == Likeness.ORDINARY)) {
      Set<String> alone = new HashSet<>();
      found.forEach(one -> alone.addAll(one.columns()));
      List<Integer> others =
          columns.stream().filter(i -> !alone.contains(sides.common().get(i).name())).toList();
      for (List<Integer> pair : notRefuted(pairs(others))) {
        check(pair, likeness(pair.get(0)), found);
      }
    }
    return found;
  }

  /** Columns that may be of a key, the likeliest first, those of the same likeness in order. */
  private List<Integer> columns() {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < sides.common().size(); i++) {
      CommonColumn column = sides.common().get(i);
      boolean names = isName(column.before()) && isName(column.after());
      if (names && !NEVER.contains(kind(column.name()))) {
        columns.add(i);
      }
    }
    columns.sort(Comparator.comparing(this::likeness));
    return columns;
  }

  private static boolean isName(Stored.Type type) {
    return type != Stored.Type.DECIMAL && type != Stored.Type.BOOLEAN;
  }

  private Kind kind(String column) {
    return hints.kinds().getOrDefault(column, Kinds.TEXT);
  }

  private Likeness likeness(int place) {
    String name = sides.common().get(place).name();
    if (IDENTIFIERS.contains(kind(name))) {
      return Likeness.IDENTIFIER_KIND;
    }
    return Words.of(name).hasAny(IDENTIFIER_WORDS) ? Likeness.IDENTIFIER_NAME : Likeness.ORDINARY;
  }

  private static List<List<Integer>> pairs(List<Integer> columns) {
    List<List<Integer>> pairs = new ArrayList<>();
    // the likeliest with each, before the less likely ones among themselves
    for (int second = 1; second < columns.size(); second++) {
      for (int first = 0; first < second && pairs.size() < MOST_PAIRS; first++) {
        pairs.add(List.of(columns.get(first), columns.get(second)));
      }
    }
    return pairs;
  }

  /** Those that the first rows of neither table show to be empty somewhere or met twice. */
  private List<List<Integer>> notRefuted(List<List<Integer>> sets) throws QueryProblem {
    List<List<Integer>> left = notRefuted(sets, sides::rowsBefore);
    return notRefuted(left, sides::rowsAfter);
  }

  private List<List<Integer>> notRefuted(
      List<List<Integer>> sets, Function<Collection<Integer>, SqlText> rows) throws QueryProblem {
    List<List<Integer>> left = new ArrayList<>();
    for (int from = 0; from < sets.size(); from += SETS_AT_ONCE) {
      List<List<Integer>> some = sets.subList(from, Math.min(sets.size(), from + SETS_AT_ONCE));
      Set<Integer> columns = new TreeSet<>();
      some.forEach(columns::addAll);
      left.addAll(notRefutedAtOnce(some, rows.apply(columns)));
    }
    return left;
  }

  private List<List<Integer>> notRefutedAtOnce(List<List<Integer>> sets, SqlText rows)
      throws QueryProblem {
    return asking.ask(
        DifferenceStatements.distinct(rows, sets, SAMPLE_ROWS),
        result -> {
          result.next();
          long all = result.getLong(1);
          List<List<Integer>> left = new ArrayList<>();
          for (int i = 0; i < sets.size(); i++) {
            if (result.getLong(2 + 2 * i) == all && result.getLong(3 + 2 * i) == all) {
              left.add(sets.get(i));
            }
          }
          return left;
        });
  }

  private void check(List<Integer> key, Likeness likeness, List<KeyCandidate> found)
      throws QueryProblem {
    if (found.size() < MOST_GIVEN
        && isKey(() -> sides.rowsBefore(key), key)
        && isKey(() -> sides.rowsAfter(key), key)) {
      long matched = asking.number(DifferenceStatements.matchedKeys(sides, key));
      if (matched > 0) {
        List<String> names = key.stream().map(i -> sides.common().get(i).name()).toList();
        found.add(new KeyCandidate(names, likeness, matched));
      }
    }
  }

  private boolean isKey(Supplier<SqlText> rows, List<Integer> key) throws QueryProblem {
    return asking.number(DifferenceStatements.blankKeys(rows.get(), key)) == 0
        && asking.number(DifferenceStatements.repeatedKeys(rows.get(), key)) == 0;
  }
}
