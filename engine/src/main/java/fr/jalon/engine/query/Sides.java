package fr.jalon.engine.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two states of a table as SQL: each gives {@code rn}, the number of the row in its file, and
 * {@code c0}, {@code c1}… the values of the columns that both have, ready to be compared.
 */
record Sides(Stored before, Stored after, List<CommonColumn> common) {
  static Sides of(Stored before, Stored after) {
    List<CommonColumn> common = new ArrayList<>();
    before
        .columns()
        .forEach(
            (name, type) -> {
              Stored.Type other = after.columns().get(name);
              if (other != null) {
                common.add(new CommonColumn(name, type, other));
              }
            });
    return new Sides(before, after, List.copyOf(common));
  }

  /** The place of a column among those that both have, -1 when it is not one. */
  int place(String column) {
    for (int i = 0; i < common.size(); i++) {
      if (common.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  SqlText rowsBefore() {
    return rowsBefore(all());
  }

  SqlText rowsAfter() {
    return rowsAfter(all());
  }

  /** The same with some of the columns, by their places: the others cost nothing. */
  SqlText rowsBefore(Collection<Integer> places) {
    SqlText sql = new SqlText().add("(SELECT file_row_number AS rn");
    places.forEach(i -> sql.add(", ").add(common.get(i).valuesBefore()).add(" AS c" + i));
    return from(sql, before);
  }

  SqlText rowsAfter(Collection<Integer> places) {
    SqlText sql = new SqlText().add("(SELECT file_row_number AS rn");
    places.forEach(i -> sql.add(", ").add(common.get(i).valuesAfter()).add(" AS c" + i));
    return from(sql, after);
  }

  private List<Integer> all() {
    return IntStream.range(0, common.size()).boxed().toList();
  }

  private static SqlText from(SqlText sql, Stored stored) {
    return sql.add(" FROM read_parquet(").bind(stored.path()).add(", file_row_number = true))");
  }
}
