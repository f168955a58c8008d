package fr.jalon.engine.query;

import fr.jalon.engine.query.Difference.ChangedCell;
import fr.jalon.engine.query.Difference.ChangedColumn;
import fr.jalon.engine.query.Difference.ChangedRow;
import fr.jalon.engine.query.Difference.RetypedColumn;
import fr.jalon.engine.query.KeyProblem.RepeatedKey;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.query.QueryProblem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states of a table, from the Parquet files Jalon wrote of them.
 *
 * <p>A comparison is a long question, so it has a DuckDB of its own with the memory, the threads
 * and the time of its settings: what does not fit in that memory is set down in its temporary
 * folder, which goes when this is closed. The time is that of one call, whatever it asks: beyond
 * it, {@code TOO_SLOW}. Made for one comparison, or a few in turn.
 */
public final class Differences implements AutoCloseable {
  /** Columns whose cells are compared in one join: it holds their texts. */
  private static final int COLUMNS_AT_ONCE = 50;

  private final Database database;
  private final RowsSettings settings;

  public Differences(RowsSettings settings) throws IOException {
    this(settings, List.of());
  }

  /**
   * @param besides folders of ours whose files may be read beside those of the settings: a result
   *     that is not kept yet
   */
  public Differences(RowsSettings settings, List<Path> besides) throws IOException {
    this.settings = settings;
    this.database = new Database(settings, besides);
  }

  @Override
  public void close() throws IOException {
    database.close();
    if (Files.exists(settings.temporary())) {
      try (Stream<Path> left = Files.walk(settings.temporary())) {
        for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  /**
   * What differs.
   *
   * @param key names of the columns that tell rows apart; empty to compare whole rows, which is
   *     also done when these columns cannot tell them apart
   */
  public Difference compare(Path before, Path after, List<String> key)
      throws IOException, QueryProblem {
    Sides sides = sides(before, after);
    Comparison comparison = new Comparison(sides, asking());
    List<String> missing = key.stream().filter(name -> sides.place(name) < 0).toList();
    if (!missing.isEmpty()) {
      return comparison.byWholeRows(KeyProblem.missing(missing));
    }
    if (key.isEmpty()) {
      return comparison.byWholeRows(null);
    }
    List<Integer> places = key.stream().distinct().map(sides::place).toList();
    KeyProblem problem = comparison.problem(places);
    return problem == null ? comparison.byKey(places) : comparison.byWholeRows(problem);
  }

  /** Columns that tell the rows of both apart, the likeliest first; none when there are none. */
  public List<KeyCandidate> keys(Path before, Path after, KeyHints hints)
      throws IOException, QueryProblem {
    return new KeySearch(sides(before, after), hints, asking()).run();
  }

  private Sides sides(Path before, Path after) throws IOException, QueryProblem {
    return Sides.of(stored(before), stored(after));
  }

  private Stored stored(Path parquet) throws IOException, QueryProblem {
    if (!Files.isRegularFile(parquet)) {
      throw new NoSuchFileException(parquet.toString());
    }
    return Stored.of(database, parquet.toAbsolutePath().normalize().toString());
  }

  private Asking asking() {
    return new Asking(database, settings.timeout().toSeconds());
  }

  /** Questions asked in turn, which share one time. */
  static final class Asking {
    private final Database database;
    private final long seconds;
    private final long end;

    private Asking(Database database, long seconds) {
      this.database = database;
      this.seconds = seconds;
      this.end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    <T> T ask(SqlText sql, Database.Reading<T> reading) throws QueryProblem {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new QueryProblem(Code.TOO_SLOW, Map.of("seconds", String.valueOf(seconds)));
      }
      return database.ask(sql, reading, (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left)));
    }

    long number(SqlText sql) throws QueryProblem {
      return ask(sql, Cells::number);
    }
  }

  /** One comparison. */
  private record Comparison(Sides sides, Asking asking) {
    /** What was counted of rows, and the numbers of the first ones. */
    private record Counted(
        long added,
        long gone,
        long changed,
        long same,
        List<Long> firstAdded,
        List<Long> firstGone) {}

    Difference byKey(List<Integer> key) throws QueryProblem {
      List<Integer> compared = new ArrayList<>();
      for (int i = 0; i < sides.common().size(); i++) {
        if (!key.contains(i)) {
          compared.add(i);
        }
      }
      List<Long> changedBefore = new ArrayList<>();
      List<Long> changedAfter = new ArrayList<>();
      Counted counted =
          asking.ask(
              DifferenceStatements.byKey(sides, key, compared),
              result -> {
                result.next();
                long gone = result.getLong(2);
                long changed = result.getLong(3);
                changedAfter.addAll(numbers(result, 6));
                changedBefore.addAll(numbers(result, 7));
                return new Counted(
                    result.getLong(1),
                    gone,
                    changed,
                    sides.before().rows() - gone - changed,
                    numbers(result, 4),
                    numbers(result, 5));
              });
      List<ChangedColumn> columns =
          counted.changed() == 0 ? List.of() : changedColumns(key, compared);
      List<ChangedRow> changed =
          changedAfter.isEmpty() ? List.of() : changes(key, compared, changedBefore, changedAfter);
      return difference(counted, key, null, columns, changed);
    }

    private List<ChangedColumn> changedColumns(List<Integer> key, List<Integer> compared)
        throws QueryProblem {
      List<ChangedColumn> columns = new ArrayList<>();
      for (List<Integer> some : inTurn(compared)) {
        asking.ask(
            DifferenceStatements.changedCells(sides, key, some),
            result -> {
              result.next();
              for (int i = 0; i < some.size(); i++) {
                long cells = result.getLong(1 + i);
                if (cells > 0) {
                  columns.add(new ChangedColumn(name(some.get(i)), cells));
                }
              }
              return columns;
            });
      }
      columns.sort(Comparator.comparingLong(ChangedColumn::cells).reversed());
      return columns;
    }

    Difference byWholeRows(@Nullable KeyProblem problem) throws QueryProblem {
      Counted counted =
          sides.common().isEmpty()
              ? nothingInCommon()
              : asking.ask(
                  DifferenceStatements.byWholeRows(sides),
                  result -> {
                    result.next();
                    return new Counted(
                        result.getLong(1),
                        result.getLong(2),
                        0,
                        result.getLong(3),
                        numbers(result, 4),
                        numbers(result, 5));
                  });
      return difference(counted, List.of(), problem, List.of(), List.of());
    }

    private Counted nothingInCommon() {
      long after = sides.after().rows();
      long before = sides.before().rows();
      return new Counted(after, before, 0, 0, firstOf(after), firstOf(before));
    }

    private static List<Long> firstOf(long rows) {
      return Stream.iterate(0L, n -> n + 1).limit(Math.min(rows, Difference.SAMPLES)).toList();
    }

    private Difference difference(
        Counted counted,
        List<Integer> key,
        @Nullable KeyProblem problem,
        List<ChangedColumn> changedColumns,
        List<ChangedRow> changedRows)
        throws QueryProblem {
      return new Difference(
          sides.before().rows(),
          sides.after().rows(),
          counted.added(),
          counted.gone(),
          counted.changed(),
          counted.same(),
          key.stream().map(this::name).toList(),
          problem,
          lacking(sides.after(), sides.before()),
          lacking(sides.before(), sides.after()),
          sides.common().stream()
              .filter(CommonColumn::isRetyped)
              .map(
                  column ->
                      new RetypedColumn(
                          column.name(), column.before().served(), column.after().served()))
              .toList(),
          changedColumns,
          page(sides.after(), counted.firstAdded(), counted.added()),
          page(sides.before(), counted.firstGone(), counted.gone()),
          changedRows);
    }

    /** The columns of the one that the other does not have. */
    private static List<PageColumn> lacking(Stored one, Stored other) {
      return columns(one).stream()
          .filter(column -> !other.columns().containsKey(column.name()))
          .toList();
    }

    private static List<PageColumn> columns(Stored stored) {
      return stored.columns().entrySet().stream()
          .map(column -> new PageColumn(column.getKey(), column.getValue().served()))
          .toList();
    }

    private Page page(Stored stored, List<Long> numbers, long total) throws QueryProblem {
      if (numbers.isEmpty()) {
        return Difference.none(columns(stored));
      }
      Page page = asking.ask(Statements.at(stored, numbers, List.of()), Cells::rows);
      return new Page(page.columns(), page.rows(), page.numbers(), total);
    }

    private List<ChangedRow> changes(
        List<Integer> key, List<Integer> compared, List<Long> before, List<Long> after)
        throws QueryProblem {
      Map<Long, Long> pairs = new TreeMap<>();
      Map<Long, Set<Integer>> differing = new HashMap<>();
      for (List<Integer> some : inTurn(compared)) {
        asking.ask(
            DifferenceStatements.changes(sides, key, some, before, after),
            result -> {
              while (result.next()) {
                pairs.put(result.getLong(2), result.getLong(1));
                Set<Integer> places =
                    differing.computeIfAbsent(result.getLong(2), row -> new TreeSet<>());
                for (int i = 0; i < some.size(); i++) {
                  if (result.getBoolean(3 + i)) {
                    places.add(some.get(i));
                  }
                }
              }
              return pairs;
            });
      }
      Set<Integer> wanted = new TreeSet<>(key);
      differing.values().forEach(wanted::addAll);
      List<Integer> places = List.copyOf(wanted);
      List<String> names = places.stream().map(this::name).toList();
      Map<Long, List<@Nullable Object>> old = cells(sides.before(), before, names);
      Map<Long, List<@Nullable Object>> young = cells(sides.after(), after, names);
      List<ChangedRow> rows = new ArrayList<>();
      pairs.forEach(
          (is, was) -> {
            List<@Nullable Object> cellsBefore = old.getOrDefault(was, List.of());
            List<@Nullable Object> cellsAfter = young.getOrDefault(is, List.of());
            List<ChangedCell> cells = new ArrayList<>();
            for (int place : differing.getOrDefault(is, Set.of())) {
              int at = places.indexOf(place);
              cells.add(new ChangedCell(name(place), cellsBefore.get(at), cellsAfter.get(at)));
            }
            List<@Nullable Object> bearer = new ArrayList<>();
            key.forEach(place -> bearer.add(cellsAfter.get(places.indexOf(place))));
            rows.add(new ChangedRow(was, is, bearer, cells));
          });
      return rows;
    }

    private String name(int place) {
      return sides.common().get(place).name();
    }

    /** A few columns at a time: what one statement holds grows with them. */
    private static List<List<Integer>> inTurn(List<Integer> columns) {
      List<List<Integer>> turns = new ArrayList<>();
      for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
        turns.add(columns.subList(from, Math.min(columns.size(), from + COLUMNS_AT_ONCE)));
      }
      return turns;
    }

    /** Rows by their numbers. */
    private Map<Long, List<@Nullable Object>> cells(
        Stored stored, List<Long> numbers, List<String> names) throws QueryProblem {
      Page page = asking.ask(Statements.at(stored, numbers, names), Cells::rows);
      Map<Long, List<@Nullable Object>> rows = new HashMap<>();
      for (int i = 0; i < page.rows().size(); i++) {
        rows.put(page.numbers().get(i), page.rows().get(i));
      }
      return rows;
    }

    @Nullable KeyProblem problem(List<Integer> key) throws QueryProblem {
      KeyProblem.Side before = side(sides.before(), () -> sides.rowsBefore(key), key);
      KeyProblem.Side after = side(sides.after(), () -> sides.rowsAfter(key), key);
      return before.isSound() && after.isSound() ? null : new KeyProblem(List.of(), before, after);
    }

    private KeyProblem.Side side(Stored stored, Supplier<SqlText> rows, List<Integer> key)
        throws QueryProblem {
      long blank = asking.number(DifferenceStatements.blankKeys(rows.get(), key));
      long[] repeated =
          asking.ask(
              DifferenceStatements.repeatedKeys(rows.get(), key),
              result -> {
                result.next();
                return new long[] {result.getLong(1), result.getLong(2)};
              });
      if (repeated[0] == 0) {
        return new KeyProblem.Side(blank, 0, 0, List.of());
      }
      Map<Long, Long> bearers =
          asking.ask(
              DifferenceStatements.mostRepeatedKeys(rows.get(), key),
              result -> {
                Map<Long, Long> found = new HashMap<>();
                while (result.next()) {
                  found.put(result.getLong(1), result.getLong(2));
                }
                return found;
              });
      List<String> names = key.stream().map(this::name).toList();
      List<RepeatedKey> samples = new ArrayList<>();
      cells(stored, List.copyOf(bearers.keySet()), names)
          .forEach(
              (row, cells) -> samples.add(new RepeatedKey(cells, bearers.getOrDefault(row, 0L))));
      samples.sort(Comparator.comparingLong(RepeatedKey::rows).reversed());
      return new KeyProblem.Side(blank, repeated[0], repeated[1], samples);
    }

    private static List<Long> numbers(ResultSet result, int column) throws SQLException {
      Optional<Array> array = Optional.ofNullable(result.getArray(column));
      List<Long> numbers = new ArrayList<>();
      if (array.isPresent()) {
        for (Object number : (Object[]) array.get().getArray()) {
          numbers.add(((Number) number).longValue());
        }
      }
      return numbers;
    }
  }
}
