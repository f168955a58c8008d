package fr.jalon.engine.query;

import fr.jalon.engine.query.ColumnValues.ValueCount;
import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.query.QueryProblem.Code;
import fr.jalon.engine.query.Spots.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about the Parquet files Jalon wrote, which must lie in the folder of the
 * settings and never change. Thread-safe; made once, as it takes DuckDB half a second to start.
 */
public final class Rows implements AutoCloseable {
  /** Characters of a text in answers made to be looked at. */
  public static final int LONGEST_SHOWN = 1000;

  private static final int REMEMBERED_FILES = 500;
  private static final int REMEMBERED_TOTALS = 2000;
  private static final int MAX_SORTS = 10;
  private static final int MAX_COLUMNS = 5000;

  private final Database database;
  private final Map<FileKey, Stored> files = remembering(REMEMBERED_FILES);
  private final Map<TotalKey, Long> totals = remembering(REMEMBERED_TOTALS);

  public Rows(RowsSettings settings) throws IOException {
    this.database = new Database(settings);
  }

  @Override
  public void close() {
    database.close();
  }

  /** The columns of a file, in order. */
  public List<PageColumn> columns(Path parquet) throws IOException, QueryProblem {
    return stored(parquet).columns().entrySet().stream()
        .map(column -> new PageColumn(column.getKey(), column.getValue().served()))
        .toList();
  }

  /** A page of rows, or of groups. */
  public Page page(Path parquet, RowQuery query) throws IOException, QueryProblem {
    return page(parquet, query, false);
  }

  /** The same to be looked at: texts longer than {@value #LONGEST_SHOWN} are cut. */
  public Page shown(Path parquet, RowQuery query) throws IOException, QueryProblem {
    return page(parquet, query, true);
  }

  private Page page(Path parquet, RowQuery query, boolean cut) throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    checkSize(query);
    SqlText conditions = Conditions.of(stored, query.filters());
    SqlText sql =
        query.groups()
            ? Statements.groups(stored, query, conditions)
            : Statements.rows(stored, query, conditions, cut);
    Page page = database.ask(sql, query.groups() ? Cells::groups : Cells::rows);
    long total = page.rows().size();
    if (query.offset() > 0 || total == query.limit()) {
      total = total(parquet, stored, query, conditions);
    }
    return new Page(page.columns(), page.rows(), page.numbers(), total);
  }

  /**
   * Some rows by their 0-based numbers in the file, in the order of the file; numbers beyond its
   * end are passed over. Long texts are cut as {@link #shown} does.
   *
   * @param numbers at most {@value Conditions#MAX_VALUES}
   * @param columns wanted, in order; empty for all
   */
  public Page at(Path parquet, List<Long> numbers, List<String> columns)
      throws IOException, QueryProblem {
    if (numbers.size() > Conditions.MAX_VALUES) {
      throw new QueryProblem(
          Code.TOO_MUCH_ASKED, Map.of("limit", String.valueOf(Conditions.MAX_VALUES)));
    }
    Stored stored = stored(parquet);
    return database.ask(Statements.at(stored, numbers, columns), Cells::rows);
  }

  /** The rectangle in which the rows lie, nothing when none has a place. */
  public Optional<Bounds> extent(
      Path parquet, String longitude, String latitude, List<Filter> filters)
      throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    SqlText places = Statements.places(stored, longitude, latitude, filters, Bounds.WORLD);
    SqlText sql = new SqlText().add("SELECT min(x), min(y), max(x), max(y), count(*) FROM (");
    return database.ask(
        sql.add(places).add(")"),
        result -> {
          result.next();
          return result.getLong(5) == 0
              ? Optional.empty()
              : Optional.of(
                  new Bounds(
                      result.getDouble(1),
                      result.getDouble(2),
                      result.getDouble(3),
                      result.getDouble(4)));
        });
  }

  /**
   * What to draw of the rows that lie in a rectangle: each of them when there are at most {@code
   * most}, otherwise at most about so many groups, by the cells of a grid.
   */
  public Spots spots(
      Path parquet,
      String longitude,
      String latitude,
      List<Filter> filters,
      Bounds bounds,
      int most)
      throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    SqlText places = Statements.places(stored, longitude, latitude, filters, bounds);
    SqlText count = new SqlText().add("SELECT count(*) FROM (").add(places).add(")");
    long total = database.ask(count, Cells::number);
    boolean grouped = total > most;
    SqlText sql = grouped ? Statements.grid(places, bounds, most) : Statements.each(places);
    List<Spot> spots =
        database.ask(
            sql,
            result -> {
              List<Spot> found = new ArrayList<>();
              while (result.next()) {
                found.add(
                    new Spot(
                        result.getDouble(1),
                        result.getDouble(2),
                        result.getLong(3),
                        result.getLong(4)));
              }
              return found;
            });
    return new Spots(spots, total, grouped);
  }

  /** The most frequent values of a column among the rows that meet the conditions. */
  public ColumnValues values(Path parquet, String column, List<Filter> filters, int most)
      throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    SqlText sql = Statements.values(stored, column, Conditions.of(stored, filters), most);
    return database.ask(
        sql,
        result -> {
          List<ValueCount> top = new ArrayList<>();
          long distinct = 0;
          long empty = 0;
          while (result.next()) {
            String value = result.getString(1);
            if (value == null) {
              empty = result.getLong(2);
            } else {
              top.add(new ValueCount(value, result.getLong(2)));
            }
            distinct = result.getLong(3);
          }
          return new ColumnValues(top, distinct, empty);
        });
  }

  /** How the numbers or dates of a column spread over equal steps. */
  public Histogram histogram(Path parquet, String column, List<Filter> filters, int steps)
      throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    SqlText sql = Statements.histogram(stored, column, Conditions.of(stored, filters), steps);
    return database.ask(
        sql,
        result -> {
          List<Long> counts = new ArrayList<>(Collections.nCopies(steps, 0L));
          String minimum = "";
          String maximum = "";
          long empty = 0;
          while (result.next()) {
            int step = result.getInt(1);
            if (result.wasNull()) {
              empty = result.getLong(2);
            } else {
              counts.set(step, result.getLong(2));
              minimum = result.getString(3);
              maximum = result.getString(4);
            }
          }
          return new Histogram(minimum, maximum, counts, empty);
        });
  }

  /**
   * Rows gathered by equal steps of a column of numbers, in their order; steps without rows are
   * left out.
   *
   * @param other a column of numbers to be told of in each step, null for none
   */
  public List<Step> steps(
      Path parquet, String column, StepWidth width, @Nullable String other, int most)
      throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    return database.ask(
        Statements.steps(stored, column, width, other, most),
        result -> {
          List<Step> steps = new ArrayList<>();
          while (result.next()) {
            steps.add(
                new Step(
                    result.getLong(1),
                    result.getLong(2),
                    result.getDouble(3),
                    result.getDouble(4),
                    result.getDouble(5)));
          }
          return steps;
        });
  }

  /**
   * Rows gathered by month or year of a column of dates, the oldest first; periods without rows are
   * left out. Times with a zone are told in UTC.
   *
   * @param summed a column of numbers to be added up, null for none
   */
  public List<Period> periods(
      Path parquet, String column, Period.Length length, @Nullable String summed, int most)
      throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    return database.ask(
        Statements.periods(stored, column, length, summed, most),
        result -> {
          List<Period> periods = new ArrayList<>();
          while (result.next()) {
            periods.add(
                new Period(
                    result.getObject(1, LocalDate.class), result.getLong(2), result.getDouble(3)));
          }
          return periods;
        });
  }

  /**
   * Two columns of numbers, row by row: of every row that has both when there are at most {@code
   * most}, otherwise of one row in so many, the same ones each time.
   */
  public Pairs pairs(Path parquet, String x, String y, int most) throws IOException, QueryProblem {
    Stored stored = stored(parquet);
    SqlText both = Statements.both(stored, x, y);
    SqlText count = new SqlText().add("SELECT count(*) FROM (").add(both).add(")");
    long total = database.ask(count, Cells::number);
    long every = total <= most ? 1 : (stored.rows() + most - 1) / most;
    return database.ask(
        Statements.pairs(both, every, most),
        result -> {
          List<Pairs.Pair> pairs = new ArrayList<>();
          while (result.next()) {
            pairs.add(new Pairs.Pair(result.getDouble(1), result.getDouble(2), result.getLong(3)));
          }
          return new Pairs(pairs, total, every);
        });
  }

  private long total(Path parquet, Stored stored, RowQuery query, SqlText conditions)
      throws IOException, QueryProblem {
    if (query.filters().isEmpty() && !query.groups()) {
      return stored.rows();
    }
    TotalKey key = new TotalKey(FileKey.of(parquet), query.filters(), query.groupBy());
    Long known = totals.get(key);
    if (known == null) {
      known = database.ask(Statements.total(stored, query, conditions), Cells::number);
      totals.put(key, known);
    }
    return known;
  }

  private Stored stored(Path parquet) throws IOException, QueryProblem {
    FileKey key = FileKey.of(parquet);
    Stored known = files.get(key);
    if (known == null) {
      known = Stored.of(database, key.path());
      files.put(key, known);
    }
    return known;
  }

  private static void checkSize(RowQuery query) throws QueryProblem {
    int most = query.sorts().size() > MAX_SORTS ? MAX_SORTS : MAX_COLUMNS;
    if (query.sorts().size() > MAX_SORTS
        || query.columns().size() > MAX_COLUMNS
        || query.groupBy().size() + query.measures().size() > MAX_COLUMNS) {
      throw new QueryProblem(Code.TOO_MUCH_ASKED, Map.of("limit", String.valueOf(most)));
    }
  }

  /** Keeps what was used last. */
  private static <K, V> Map<K, V> remembering(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }

  /** A file as it was when it was looked at. */
  private record FileKey(String path, long size, long modified) {
    static FileKey of(Path parquet) throws IOException {
      if (!Files.isRegularFile(parquet)) {
        throw new NoSuchFileException(parquet.toString());
      }
      return new FileKey(
          parquet.toAbsolutePath().normalize().toString(),
          Files.size(parquet),
          Files.getLastModifiedTime(parquet).toMillis());
    }
  }

  private record TotalKey(FileKey file, List<Filter> filters, List<String> groupBy) {}
}
