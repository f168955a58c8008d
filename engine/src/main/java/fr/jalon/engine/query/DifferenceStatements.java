package fr.jalon.engine.query;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The statements by which two states of a table are compared, over {@link Sides}. */
final class DifferenceStatements {
  private static final String FIRST = Integer.toString(Difference.SAMPLES);

  private DifferenceStatements() {}

  /**
   * Rows added, gone, changed; the numbers of the first added after, of the first gone before, of
   * the first changed after and, in the same order, before; then the changed cells of each column.
   *
   * @param key places of the columns that match rows
   */
  static SqlText byKey(Sides sides, List<Integer> key) {
    List<Integer> compared =
        IntStream.range(0, sides.common().size()).filter(i -> !key.contains(i)).boxed().toList();
    SqlText sql = new SqlText().add("WITH pairs AS (SELECT b.rn AS bn, a.rn AS an");
    for (int i : compared) {
      sql.add(", b.c%1$d IS DISTINCT FROM a.c%1$d AS d%1$d".formatted(i));
    }
    sql.add(" FROM ").add(sides.rowsBefore()).add(" b FULL JOIN ").add(sides.rowsAfter());
    sql.add(" a ON ").add(matches(key)).add("), told AS (SELECT *, bn IS NULL AS added,");
    sql.add(" an IS NULL AS gone, bn IS NOT NULL AND an IS NOT NULL AND (false");
    compared.forEach(i -> sql.add(" OR d" + i));
    sql.add(") AS changed FROM pairs) SELECT");
    sql.add(" count(*) FILTER (added), count(*) FILTER (gone), count(*) FILTER (changed),");
    sql.add(first("an", "added") + ", " + first("bn", "gone") + ", " + first("an", "changed"));
    sql.add(", arg_min(bn, an, " + FIRST + ") FILTER (changed)");
    for (int i : compared) {
      sql.add(", count(*) FILTER (changed AND d%d)".formatted(i));
    }
    return sql.add(" FROM told");
  }

  /**
   * Rows added, gone and the same, each row counted as often as it is met; the numbers of the first
   * added after and of the first gone before.
   */
  static SqlText byWholeRows(Sides sides) {
    String all = names(IntStream.range(0, sides.common().size()).boxed().toList());
    SqlText sql = new SqlText().add("WITH met AS (SELECT true AS old, * FROM ");
    sql.add(sides.rowsBefore()).add(" UNION ALL SELECT false, * FROM ").add(sides.rowsAfter());
    sql.add("), told AS (SELECT count(*) FILTER (old) AS nb, count(*) FILTER (NOT old) AS na,");
    sql.add(" min(rn) FILTER (old) AS bn, min(rn) FILTER (NOT old) AS an");
    sql.add(" FROM met GROUP BY " + all + ") SELECT");
    sql.add(" coalesce(sum(greatest(na - nb, 0)), 0), coalesce(sum(greatest(nb - na, 0)), 0),");
    sql.add(" coalesce(sum(least(na, nb)), 0), ");
    return sql.add(first("an", "na > nb") + ", " + first("bn", "nb > na") + " FROM told");
  }

  /** For rows of these numbers: their numbers before and after, then which columns differ. */
  static SqlText changes(Sides sides, List<Integer> key, List<Long> before, List<Long> after) {
    SqlText sql = new SqlText().add("SELECT b.rn, a.rn");
    for (int i = 0; i < sides.common().size(); i++) {
      sql.add(", b.c%1$d IS DISTINCT FROM a.c%1$d".formatted(i));
    }
    sql.add(" FROM (SELECT * FROM ").add(sides.rowsBefore()).add(" WHERE rn IN (" + list(before));
    sql.add(")) b JOIN (SELECT * FROM ").add(sides.rowsAfter());
    sql.add(" WHERE rn IN (" + list(after) + ")) a ON ").add(matches(key));
    return sql.add(" ORDER BY a.rn");
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
    SqlText sql = new SqlText().add("SELECT count(*) FROM ").add(sides.rowsBefore());
    sql.add(" b SEMI JOIN ").add(sides.rowsAfter());
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
