package fr.jalon.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements by which two states of a table are compared, over {@link Sides}. */
final class DifferenceStatements {
  /** Columns in one list of arguments. */
  private static final int DIGESTED_AT_ONCE = 32;

  private static final String FIRST = Integer.toString(Difference.SAMPLES);

  private DifferenceStatements() {}

  /**
   * Rows added, gone, changed; the numbers of the first added after, of the first gone before, of
   * the first changed after and, in the same order, before.
   *
   * <p>What stands beside the key is known by 128 bits, so that what is kept of a row grows neither
   * with its texts nor with its columns: among a thousand million rows, two different ones are
   * taken for one with a chance of one in 10^20.
   *
   * @param key places of the columns that match rows
   * @param others those of all others
   */
  static SqlText byKey(Sides sides, List<Integer> key, List<Integer> others) {
    String kept = "(SELECT rn, " + names(key) + ", " + digest(others) + " AS h FROM ";
    SqlText sql = new SqlText().add("WITH told AS (SELECT b.rn AS bn, a.rn AS an,");
    sql.add(" b.h IS DISTINCT FROM a.h AS differs FROM ").add(kept).add(sides.rowsBefore());
    sql.add(") b FULL JOIN ").add(kept).add(sides.rowsAfter()).add(") a ON ").add(matches(key));
    sql.add(") SELECT");
    String added = "bn IS NULL";
    String gone = "an IS NULL";
    String changed = "bn IS NOT NULL AND an IS NOT NULL AND differs";
    for (String so : List.of(added, gone, changed)) {
      sql.add(" count(*) FILTER (" + so + "),");
    }
    sql.add(first("an", added) + ", " + first("bn", gone) + ", " + first("an", changed));
    sql.add(", arg_min(bn, an, " + FIRST + ") FILTER (" + changed + ")");
    return sql.add(" FROM told");
  }

  /** How many cells of each of some columns differ between rows of the same key. */
  static SqlText changedCells(Sides sides, List<Integer> key, List<Integer> columns) {
    SqlText sql =
        new SqlText()
            .add("SELECT ")
            .add(
                columns.stream()
                    .map("count(*) FILTER (b.c%1$d IS DISTINCT FROM a.c%1$d)"::formatted)
                    .collect(Collectors.joining(", ")));
    Set<Integer> read = both(key, columns);
    sql.add(" FROM ").add(sides.rowsBefore(read)).add(" b JOIN ").add(sides.rowsAfter(read));
    return sql.add(" a ON ").add(matches(key));
  }

  /**
   * Rows added, gone and the same, each row counted as often as it is met; the numbers of the first
   * added after and of the first gone before. Rows are known by 128 bits, as above.
   */
  static SqlText byWholeRows(Sides sides) {
    String row = digest(IntStream.range(0, sides.common().size()).boxed().toList());
    SqlText sql = new SqlText().add("WITH met AS (SELECT true AS old, rn, " + row + " AS h FROM ");
    sql.add(sides.rowsBefore()).add(" UNION ALL SELECT false, rn, " + row + " FROM ");
    sql.add(sides.rowsAfter());
    sql.add("), told AS (SELECT count(*) FILTER (old) AS nb, count(*) FILTER (NOT old) AS na,");
    sql.add(" min(rn) FILTER (old) AS bn, min(rn) FILTER (NOT old) AS an");
    sql.add(" FROM met GROUP BY h) SELECT");
    sql.add(" coalesce(sum(greatest(na - nb, 0)), 0), coalesce(sum(greatest(nb - na, 0)), 0),");
    sql.add(" coalesce(sum(least(na, nb)), 0), ");
    return sql.add(first("an", "na > nb") + ", " + first("bn", "nb > na") + " FROM told");
  }

  /**
   * Each value with its length, so that they cannot run together, and nothing as nothing else.
   * Columns are digested by groups, then their digests: DuckDB plans one long list of arguments by
   * calling itself for each, and a thousand columns end its stack, and the process with it.
   */
  private static String digest(List<Integer> places) {
    if (places.isEmpty()) {
      return "0";
    }
    List<String> groups = new ArrayList<>();
    for (int from = 0; from < places.size(); from += DIGESTED_AT_ONCE) {
      List<Integer> some = places.subList(from, Math.min(places.size(), from + DIGESTED_AT_ONCE));
      groups.add(
          some.stream()
              .map(
                  "coalesce(length(CAST(c%1$d AS VARCHAR)) || ':' || CAST(c%1$d AS VARCHAR), '-')"
                      ::formatted)
              .collect(Collectors.joining(", ", "md5_number(concat(", "))")));
    }
    return groups.size() == 1
        ? groups.get(0)
        : groups.stream()
            .map(group -> "CAST(" + group + " AS VARCHAR)")
            .collect(Collectors.joining(", ':', ", "md5_number(concat(", "))"));
  }

  /** For rows of these numbers: their numbers before and after, then which columns differ. */
  static SqlText changes(
      Sides sides, List<Integer> key, List<Integer> columns, List<Long> before, List<Long> after) {
    SqlText sql = new SqlText().add("SELECT b.rn, a.rn");
    columns.forEach(i -> sql.add(", b.c%1$d IS DISTINCT FROM a.c%1$d".formatted(i)));
    Set<Integer> read = both(key, columns);
    sql.add(" FROM (SELECT * FROM ").add(sides.rowsBefore(read));
    sql.add(" WHERE rn IN (" + list(before) + ")) b JOIN (SELECT * FROM ");
    sql.add(sides.rowsAfter(read));
    return sql.add(" WHERE rn IN (" + list(after) + ")) a ON ").add(matches(key));
  }

  /** Rows whose key has an empty part. */
  static SqlText blankKeys(SqlText rows, List<Integer> key) {
    SqlText sql = new SqlText().add("SELECT count(*) FROM ").add(rows).add(" WHERE false");
    key.forEach(place -> sql.add(" OR c" + place + " IS NULL"));
    return sql;
  }

  /** Keys that several rows bear and the rows that do. */
  static SqlText repeatedKeys(SqlText rows, List<Integer> key) {
    return new SqlText()
        .add("SELECT count(*), coalesce(sum(n), 0) FROM (")
        .add(repeated(rows, key))
        .add(")");
  }

  /** The number of the first row that bears each, and how many do, those of most rows first. */
  static SqlText mostRepeatedKeys(SqlText rows, List<Integer> key) {
    return repeated(rows, key).add(" ORDER BY n DESC, rn LIMIT " + FIRST);
  }

  /** Keys that both have. */
  static SqlText matchedKeys(Sides sides, List<Integer> key) {
    SqlText sql = new SqlText().add("SELECT count(*) FROM ").add(sides.rowsBefore(key));
    sql.add(" b SEMI JOIN ").add(sides.rowsAfter(key));
    return sql.add(" a ON ").add(matches(key));
  }

  /**
   * Of the first rows: how many there are, then for each set of columns how many are filled and how
   * many different ones there are.
   */
  static SqlText distinct(SqlText rows, List<List<Integer>> sets, int most) {
    SqlText sql = new SqlText().add("SELECT count(*)");
    for (List<Integer> set : sets) {
      String value = set.size() == 1 ? names(set) : "row(" + names(set) + ")";
      String filled = set.stream().map(i -> "c" + i + " IS NOT NULL").collect(and());
      sql.add(", count(*) FILTER (" + filled + ")");
      sql.add(", count(DISTINCT " + value + ") FILTER (" + filled + ")");
    }
    return sql.add(" FROM (SELECT * FROM ").add(rows).add(" LIMIT " + most + ")");
  }

  private static SqlText repeated(SqlText rows, List<Integer> key) {
    SqlText sql = new SqlText().add("SELECT min(rn) AS rn, count(*) AS n FROM ").add(rows);
    sql.add(" WHERE " + key.stream().map(i -> "c" + i + " IS NOT NULL").collect(and()));
    return sql.add(" GROUP BY " + names(key) + " HAVING count(*) > 1");
  }

  private static SqlText matches(List<Integer> key) {
    return new SqlText().add(key.stream().map("b.c%1$d = a.c%1$d"::formatted).collect(and()));
  }

  /** The lowest of the numbers of the rows that are so. */
  private static String first(String number, String condition) {
    return "min(" + number + ", " + FIRST + ") FILTER (" + condition + ")";
  }

  private static Set<Integer> both(List<Integer> key, List<Integer> columns) {
    Set<Integer> places = new TreeSet<>(key);
    places.addAll(columns);
    return places;
  }

  private static String names(List<Integer> places) {
    return places.stream().map(place -> "c" + place).collect(Collectors.joining(", "));
  }

  private static String list(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static Collector<CharSequence, ?, String> and() {
    return Collectors.joining(" AND ");
  }
}
