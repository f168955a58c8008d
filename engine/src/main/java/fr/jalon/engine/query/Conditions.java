package fr.jalon.engine.query;

import fr.jalon.engine.query.QueryProblem.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes filters as SQL: names from the file, values bound in the column's own type. */
final class Conditions {
  static final int MAX_FILTERS = 50;
  static final int MAX_VALUES = 1000;

  private final Stored stored;
  private final SqlText sql = new SqlText();

  private Conditions(Stored stored) {
    this.stored = stored;
  }

  /** The conditions joined by AND, "true" when there is none. */
  static SqlText of(Stored stored, List<Filter> filters) throws QueryProblem {
    if (filters.size() > MAX_FILTERS) {
      throw new QueryProblem(Code.TOO_MUCH_ASKED, Map.of("limit", String.valueOf(MAX_FILTERS)));
    }
    Conditions conditions = new Conditions(stored);
    conditions.sql.add("true");
    for (Filter filter : filters) {
      conditions.sql.add(" AND ");
      conditions.add(filter);
    }
    return conditions.sql;
  }

  private void add(Filter filter) throws QueryProblem {
    String name = stored.name(filter.column());
    switch (filter.operator()) {
      case EXACT -> compare(name, " = ", filter);
      case DIFFERS -> compare(name, " IS DISTINCT FROM ", filter);
      case LESS -> compare(name, " <= ", filter);
      case GREATER -> compare(name, " >= ", filter);
      case STRICTLY_LESS -> compare(name, " < ", filter);
      case STRICTLY_GREATER -> compare(name, " > ", filter);
      case ISNULL -> sql.add(name).add(" IS NULL");
      case ISNOTNULL -> sql.add(name).add(" IS NOT NULL");
      case CONTAINS -> contains(name, filter);
      case NOTCONTAINS -> negate(() -> contains(name, filter));
      case IN -> among(name, filter);
      case NOTIN -> negate(() -> among(name, filter));
    }
  }

  private void compare(String name, String operator, Filter filter) throws QueryProblem {
    sql.add(name).add(operator);
    bind(filter, single(filter));
  }

  /** Texts are compared without case or accents; other types by how they are written. */
  private void contains(String name, Filter filter) throws QueryProblem {
    boolean text = stored.type(filter.column()) == Stored.Type.TEXT;
    String shown = text ? name : "CAST(" + name + " AS VARCHAR)";
    sql.add("contains(strip_accents(lower(").add(shown).add(")), strip_accents(lower(");
    sql.bind(wellFormed(single(filter))).add(")))");
  }

  private void among(String name, Filter filter) throws QueryProblem {
    List<String> values = filter.values();
    if (values.size() > MAX_VALUES) {
      throw new QueryProblem(Code.TOO_MUCH_ASKED, Map.of("limit", String.valueOf(MAX_VALUES)));
    }
    if (values.isEmpty()) {
      sql.add("false");
      return;
    }
    sql.add(name).add(" IN (");
    for (int i = 0; i < values.size(); i++) {
      sql.add(i == 0 ? "" : ", ");
      bind(filter, values.get(i));
    }
    sql.add(")");
  }

  @FunctionalInterface
  private interface Condition {
    void add() throws QueryProblem;
  }

  private void negate(Condition condition) throws QueryProblem {
    sql.add("coalesce(NOT (");
    condition.add();
    sql.add("), true)");
  }

  private void bind(Filter filter, String value) throws QueryProblem {
    Stored.Type type = stored.type(filter.column());
    Object converted = FilterValues.convert(type, wellFormed(value));
    if (converted == null) {
      throw QueryProblem.badValue(value, filter.column(), type.served().code());
    }
    boolean text = type == Stored.Type.TEXT || type.isNumber() || type == Stored.Type.BOOLEAN;
    if (text) {
      sql.bind(converted);
    } else {
      sql.add("CAST(").bind(converted).add(" AS " + type.sql() + ")");
    }
  }

  private static String single(Filter filter) throws QueryProblem {
    if (filter.values().size() != 1) {
      throw QueryProblem.badValue(
          String.join(",", filter.values()), filter.column(), filter.operator().word());
    }
    return filter.values().get(0);
  }

  /** Half of a surrogate pair is no character and DuckDB would not take it. */
  private static String wellFormed(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
