package fr.jalon.engine.query;

import fr.jalon.engine.profile.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a stored file: where it lies, its columns in order with their types, its rows.
 */
record Stored(String path, Map<String, Type> columns, long rows) {

  /** The types our writer uses, as DuckDB names them. */
  enum Type {
    TEXT("VARCHAR"),
    INTEGER("BIGINT"),
    DECIMAL("DOUBLE"),
    BOOLEAN("BOOLEAN"),
    DATE("DATE"),
    DATETIME("TIMESTAMP"),
    INSTANT("TIMESTAMP WITH TIME ZONE");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }

    boolean isNumber() {
      return this == INTEGER || this == DECIMAL;
    }

    /** What it is to those who ask: times with a zone are times. */
    ValueType served() {
      return switch (this) {
        case TEXT -> ValueType.TEXT;
        case INTEGER -> ValueType.INTEGER;
        case DECIMAL -> ValueType.DECIMAL;
        case BOOLEAN -> ValueType.BOOLEAN;
        case DATE -> ValueType.DATE;
        case DATETIME, INSTANT -> ValueType.DATETIME;
      };
    }

    static Type of(String sql) {
      for (Type type : values()) {
        if (type.sql.equals(sql)) {
          return type;
        }
      }
      // sums of whole numbers
      return sql.equals("HUGEINT") ? INTEGER : TEXT;
    }
  }

  Stored {
    columns = new LinkedHashMap<>(columns);
  }

  /** Asks a file what it holds. */
  static Stored of(Database database, String path) throws QueryProblem {
    SqlText describe = new SqlText().add("DESCRIBE SELECT * FROM read_parquet(").bind(path);
    Map<String, Type> columns =
        database.ask(
            describe.add(")"),
            result -> {
              Map<String, Type> found = new LinkedHashMap<>();
              while (result.next()) {
                found.put(result.getString(1), Type.of(result.getString(2)));
              }
              return found;
            });
    SqlText count = new SqlText().add("SELECT count(*) FROM read_parquet(").bind(path).add(")");
    return new Stored(path, columns, database.ask(count, Cells::number));
  }

  Type type(String column) throws QueryProblem {
    Type type = columns.get(column);
    if (type == null) {
      throw QueryProblem.unknownColumn(column);
    }
    return type;
  }

  /** The column's name quoted, once known to be one of the file's own. */
  String name(String column) throws QueryProblem {
    type(column);
    return SqlText.name(column);
  }

  List<String> names() {
    return List.copyOf(columns.keySet());
  }
}
