package fr.jalon.engine.query;

import java.util.ArrayList;
import java.util.List;

/** A statement being written and the values bound to its question marks, in step. */
final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  String text() {
    return text.toString();
  }

  List<Object> values() {
    return values;
  }

  /** Adds SQL of our own. */
  SqlText add(String sql) {
    text.append(sql);
    return this;
  }

  /** Adds a question mark and its value. */
  SqlText bind(Object value) {
    text.append('?');
    values.add(value);
    return this;
  }

  SqlText add(SqlText other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  /** A name that exists, quoted. */
  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** Text in the settings, where values cannot be bound. */
  static String literal(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
