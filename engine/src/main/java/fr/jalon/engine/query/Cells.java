package fr.jalon.engine.query;

import fr.jalon.engine.query.Page.PageColumn;
import fr.jalon.engine.query.QueryProblem.Code;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes results out of DuckDB. */
final class Cells {
  /** Characters of one answer: several are made at once, in little memory. */
  static final int MOST_CHARACTERS = 32_000_000;

  private Cells() {}

  /** The first number of the first row. */
  static long number(ResultSet result) throws SQLException {
    result.next();
    return result.getLong(1);
  }

  /** Every row, its number in the file standing last; the total is left to the caller. */
  static Page rows(ResultSet result) throws SQLException, QueryProblem {
    return page(result, result.getMetaData().getColumnCount() - 1, true);
  }

  /** Every group; the total is left to the caller. */
  static Page groups(ResultSet result) throws SQLException, QueryProblem {
    return page(result, result.getMetaData().getColumnCount(), false);
  }

  private static Page page(ResultSet result, int width, boolean numbered)
      throws SQLException, QueryProblem {
    ResultSetMetaData metadata = result.getMetaData();
    List<PageColumn> columns = new ArrayList<>();
    List<Stored.Type> types = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      Stored.Type type = Stored.Type.of(metadata.getColumnTypeName(i));
      types.add(type);
      columns.add(new PageColumn(metadata.getColumnLabel(i), type.served()));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    long characters = 0;
    while (result.next()) {
      List<@Nullable Object> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        Object cell = cell(result, i, types.get(i - 1));
        row.add(cell);
        characters += cell instanceof String text ? text.length() : 0;
      }
      if (characters > MOST_CHARACTERS && !rows.isEmpty()) {
        throw new QueryProblem(Code.TOO_MUCH_ASKED, Map.of("limit", String.valueOf(rows.size())));
      }
      rows.add(Page.row(row));
      if (numbered) {
        numbers.add(result.getLong(width + 1));
      }
    }
    return new Page(columns, rows, numbers, rows.size());
  }

  private static @Nullable Object cell(ResultSet result, int column, Stored.Type type)
      throws SQLException {
    return switch (type) {
      case DATE -> result.getObject(column, LocalDate.class);
      case DATETIME -> result.getObject(column, LocalDateTime.class);
      case INSTANT -> {
        OffsetDateTime instant = result.getObject(column, OffsetDateTime.class);
        yield instant == null ? null : instant.withOffsetSameInstant(ZoneOffset.UTC);
      }
      case TEXT, INTEGER, DECIMAL, BOOLEAN -> narrow(result.getObject(column));
    };
  }

  /** A sum of whole numbers is wider than a long only when it must be. */
  private static @Nullable Object narrow(@Nullable Object value) {
    return value instanceof BigInteger big && big.bitLength() < Long.SIZE ? big.longValue() : value;
  }
}
