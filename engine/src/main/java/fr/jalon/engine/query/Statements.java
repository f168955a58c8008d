package fr.jalon.engine.query;

import fr.jalon.engine.query.Measure.Function;
import fr.jalon.engine.query.QueryProblem.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements behind each question. Conditions come ready made; names are checked here. */
final class Statements {
  private static final String FILE_ROW = "file_row_number";

  /**
   * Columns whose texts are cut: each takes memory of its own, and wide tables hold short texts.
   */
  private static final int MOST_CUT = 200;

  /** Decimals kept of a number in units of its step, fewer than a double has and more than data. */
  private static final int STEP_DIGITS = 9;

  private Statements() {}

  /**
   * @param cut whether long texts are only to be shown
   */
  static SqlText rows(Stored stored, RowQuery query, SqlText conditions, boolean cut)
      throws QueryProblem {
    SqlText sql = select(stored, query.columns(), cut);
    from(sql, stored, conditions);
    if (query.sorts().isEmpty() && query.filters().isEmpty()) {
      // goes straight to the row group, where OFFSET would read all that comes before
      sql.add(" AND file_row_number >= ").bind(query.offset());
      sql.add(" AND file_row_number < ").bind(query.offset() + query.limit());
      return sql.add(" ORDER BY file_row_number");
    }
    sql.add(" ORDER BY ");
    for (Sort sort : query.sorts()) {
      sql.add(sortKey(stored, sort.column())).add(direction(sort));
      if (stored.type(sort.column()) == Stored.Type.TEXT) {
        sql.add(stored.name(sort.column())).add(direction(sort));
      }
    }
    return page(sql.add(FILE_ROW), query);
  }

  static SqlText at(Stored stored, List<Long> numbers, List<String> columns) throws QueryProblem {
    SqlText sql = select(stored, columns, true);
    SqlText among = new SqlText().add(FILE_ROW + " IN (-1");
    for (long number : numbers) {
      among.add(", ").bind(number);
    }
    from(sql, stored, among.add(")"));
    return sql.add(" ORDER BY file_row_number");
  }

  /** The columns wanted, all when none is named, then the number of the row. */
  private static SqlText select(Stored stored, List<String> columns, boolean cut)
      throws QueryProblem {
    SqlText sql = new SqlText().add("SELECT ");
    List<String> wanted = columns.isEmpty() ? stored.names() : columns;
    for (String column : wanted) {
      String name = stored.name(column);
      boolean text = cut && wanted.size() <= MOST_CUT && stored.type(column) == Stored.Type.TEXT;
      sql.add(text ? shown(name) + " AS " + name : name).add(", ");
    }
    return sql.add(FILE_ROW);
  }

  private static String shown(String name) {
    return "CASE WHEN length(%1$s) > %2$d THEN left(%1$s, %3$d) || '…' ELSE %1$s END"
        .formatted(name, Rows.LONGEST_SHOWN, Rows.LONGEST_SHOWN - 1);
  }

  static SqlText groups(Stored stored, RowQuery query, SqlText conditions) throws QueryProblem {
    SqlText sql = new SqlText().add("SELECT ");
    Map<String, Boolean> made = new HashMap<>();
    String separator = "";
    for (String column : query.groupBy()) {
      sql.add(separator).add(stored.name(column));
      made.put(column, true);
      separator = ", ";
    }
    for (Measure measure : query.measures()) {
      sql.add(separator).add(figure(stored, query, measure));
      sql.add(" AS ").add(SqlText.name(measure.name()));
      made.put(measure.name(), true);
      separator = ", ";
    }
    from(sql, stored, conditions);
    groupBy(sql, stored, query.groupBy());
    sql.add(" ORDER BY ");
    for (Sort sort : query.sorts()) {
      if (!made.containsKey(sort.column())) {
        throw QueryProblem.unknownColumn(sort.column());
      }
      sql.add(SqlText.name(sort.column())).add(direction(sort));
    }
    for (String column : query.groupBy()) {
      sql.add(stored.name(column)).add(" NULLS LAST, ");
    }
    return page(sql.add("1"), query);
  }

  static SqlText total(Stored stored, RowQuery query, SqlText conditions) throws QueryProblem {
    SqlText sql = new SqlText().add("SELECT count(*)");
    if (query.groups()) {
      sql.add(" FROM (SELECT 1");
    }
    from(sql, stored, conditions);
    if (query.groups()) {
      groupBy(sql, stored, query.groupBy());
      if (query.groupBy().isEmpty()) {
        sql.add(" LIMIT 1");
      }
      sql.add(")");
    }
    return sql;
  }

  /** The rows of a rectangle as x, y and their number in the file. */
  static SqlText places(
      Stored stored, String longitude, String latitude, List<Filter> filters, Bounds bounds)
      throws QueryProblem {
    String x = "TRY_CAST(" + stored.name(longitude) + " AS DOUBLE)";
    String y = "TRY_CAST(" + stored.name(latitude) + " AS DOUBLE)";
    SqlText sql = new SqlText().add("SELECT " + x + " AS x, " + y + " AS y, ").add(FILE_ROW);
    from(sql, stored, Conditions.of(stored, filters));
    sql.add(" AND " + x + " BETWEEN ").bind(bounds.west()).add(" AND ").bind(bounds.east());
    sql.add(" AND " + y + " BETWEEN ").bind(bounds.south()).add(" AND ").bind(bounds.north());
    return sql;
  }

  static SqlText each(SqlText places) {
    return new SqlText().add("SELECT x, y, 1, file_row_number FROM (").add(places).add(")");
  }

  /** Twice as many cells across as up; a group stands at the middle of its rows. */
  static SqlText grid(SqlText places, Bounds bounds, int most) {
    int up = Math.max(1, (int) Math.sqrt(most / 2.0));
    int across = Math.max(1, most / up);
    double width = Math.max(1e-9, (bounds.east() - bounds.west()) / across);
    double height = Math.max(1e-9, (bounds.north() - bounds.south()) / up);
    SqlText sql = new SqlText().add("SELECT avg(x), avg(y), count(*), min(file_row_number) FROM (");
    sql.add(places).add(") GROUP BY ");
    sql.add("least(floor((x - ").bind(bounds.west()).add(") / ").bind(width);
    sql.add("), ").bind(across - 1).add("), ");
    sql.add("least(floor((y - ").bind(bounds.south()).add(") / ").bind(height);
    return sql.add("), ").bind(up - 1).add(")");
  }

  /** Value, rows that bear it, number of different values; an empty value does not count as one. */
  static SqlText values(Stored stored, String column, SqlText conditions, int most)
      throws QueryProblem {
    String name = stored.name(column);
    SqlText sql = new SqlText().add("WITH counted AS (SELECT " + name + " AS v, count(*) AS n");
    from(sql, stored, conditions);
    sql.add(" GROUP BY ALL), ranked AS (SELECT v, n, count(v) OVER () AS d,");
    sql.add(" row_number() OVER (ORDER BY v IS NULL, n DESC, v) AS r FROM counted)");
    sql.add(" SELECT CAST(v AS VARCHAR), n, d FROM ranked WHERE v IS NULL OR r <= ").bind(most);
    return sql.add(" ORDER BY r");
  }

  static SqlText histogram(Stored stored, String column, SqlText conditions, int steps)
      throws QueryProblem {
    String name = stored.name(column);
    String number =
        switch (stored.type(column)) {
          case INTEGER, DECIMAL -> "CAST(" + name + " AS DOUBLE)";
          case DATE, DATETIME, INSTANT -> "epoch(" + name + ")";
          case TEXT, BOOLEAN ->
              throw new QueryProblem(
                  Code.NOT_A_NUMBER, Map.of("column", column, "function", "histogram"));
        };
    SqlText sql =
        new SqlText().add("WITH chosen AS (SELECT " + number + " AS x, " + name + " AS v");
    from(sql, stored, conditions);
    sql.add("), bounds AS (SELECT min(x) AS low, max(x) AS high, min(v) AS a, max(v) AS b");
    sql.add(" FROM chosen) SELECT CAST(least(floor((x - low) / nullif(high - low, 0) * ");
    sql.bind(steps).add("), ").bind(steps - 1).add(") AS INTEGER) AS step, x, a, b");
    sql.add(" FROM chosen, bounds");
    SqlText counted = new SqlText();
    counted.add("SELECT CASE WHEN x IS NULL THEN NULL ELSE coalesce(step, 0) END AS s, count(*),");
    counted.add(" CAST(any_value(a) AS VARCHAR), CAST(any_value(b) AS VARCHAR) FROM (");
    return counted.add(sql).add(") GROUP BY s");
  }

  /** Step, its rows, the smallest, mean and largest of another column there. */
  static SqlText steps(
      Stored stored, String column, StepWidth width, @Nullable String other, int most)
      throws QueryProblem {
    // Rounded before it is cut: 0.29 * 100 is a hair less than 29.
    String unit = width.power() < 0 ? "* 1e" + -width.power() : "/ 1e" + width.power();
    String x = finite(stored, column);
    String y = other == null ? "0" : finite(stored, other);
    SqlText sql = new SqlText().add("SELECT CAST(floor(round(x " + unit + ", ");
    sql.add(STEP_DIGITS + ") / " + width.digit() + ") AS BIGINT) AS step,");
    sql.add(" count(*), min(y), avg(y), max(y) FROM (SELECT " + x + " AS x, " + y + " AS y");
    from(sql, stored, new SqlText().add(x + " IS NOT NULL AND " + y + " IS NOT NULL"));
    return sql.add(") GROUP BY step ORDER BY step LIMIT ").bind(most);
  }

  /** First day, rows, sum. */
  static SqlText periods(
      Stored stored, String column, Period.Length length, @Nullable String summed, int most)
      throws QueryProblem {
    String name = stored.name(column);
    String time =
        switch (stored.type(column)) {
          case DATE, DATETIME -> name;
          case INSTANT -> "make_timestamp(epoch_us(" + name + "))";
          case TEXT, INTEGER, DECIMAL, BOOLEAN ->
              throw new QueryProblem(
                  Code.NOT_A_NUMBER, Map.of("column", column, "function", length.word()));
        };
    String sum = summed == null ? "0" : "coalesce(sum(" + finite(stored, summed) + "), 0)";
    SqlText sql = new SqlText().add("SELECT CAST(date_trunc('" + length.word() + "', " + time);
    sql.add(") AS DATE) AS start, count(*), " + sum);
    from(sql, stored, new SqlText().add(name + " IS NOT NULL"));
    return sql.add(" GROUP BY start ORDER BY start LIMIT ").bind(most);
  }

  /** The rows that have both numbers, with their number in the file. */
  static SqlText both(Stored stored, String first, String second) throws QueryProblem {
    String x = finite(stored, first);
    String y = finite(stored, second);
    SqlText sql = new SqlText().add("SELECT " + x + " AS x, " + y + " AS y, ").add(FILE_ROW);
    from(sql, stored, new SqlText().add(x + " IS NOT NULL AND " + y + " IS NOT NULL"));
    return sql;
  }

  static SqlText pairs(SqlText both, long every, int most) {
    SqlText sql = new SqlText().add("SELECT x, y, file_row_number FROM (").add(both);
    sql.add(") WHERE file_row_number % ").bind(every).add(" = 0 ORDER BY file_row_number LIMIT ");
    return sql.bind(most);
  }

  /** A number, or nothing for what is endless or none. */
  private static String finite(Stored stored, String column) throws QueryProblem {
    if (!stored.type(column).isNumber()) {
      throw new QueryProblem(Code.NOT_A_NUMBER, Map.of("column", column, "function", "number"));
    }
    String number = "CAST(" + stored.name(column) + " AS DOUBLE)";
    return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
  }

  private static String figure(Stored stored, RowQuery query, Measure measure) throws QueryProblem {
    String name = stored.name(measure.column());
    Function function = measure.function();
    boolean needsNumber = function == Function.SUM || function == Function.AVG;
    if (needsNumber && !stored.type(measure.column()).isNumber()) {
      throw new QueryProblem(
          Code.NOT_A_NUMBER, Map.of("column", measure.column(), "function", function.word()));
    }
    boolean own = function == Function.COUNT && query.groupBy().contains(measure.column());
    return function.word() + "(" + (own ? "*" : name) + ")";
  }

  private static void groupBy(SqlText sql, Stored stored, List<String> columns)
      throws QueryProblem {
    String separator = " GROUP BY ";
    for (String column : columns) {
      sql.add(separator).add(stored.name(column));
      separator = ", ";
    }
  }

  private static void from(SqlText sql, Stored stored, SqlText conditions) {
    sql.add(" FROM read_parquet(").bind(stored.path()).add(", file_row_number = true) WHERE ");
    sql.add(conditions);
  }

  private static SqlText page(SqlText sql, RowQuery query) {
    return sql.add(" LIMIT ").bind(query.limit()).add(" OFFSET ").bind(query.offset());
  }

  /** Texts are ordered as people expect: É beside E, a beside A. */
  private static String sortKey(Stored stored, String column) throws QueryProblem {
    String name = stored.name(column);
    return stored.type(column) == Stored.Type.TEXT ? "strip_accents(lower(" + name + "))" : name;
  }

  private static String direction(Sort sort) {
    return sort.descending() ? " DESC NULLS LAST, " : " ASC NULLS LAST, ";
  }
}
