package fr.jalon.engine.profile;

import java.util.Locale;

/** The type in which a column is stored and served. */
public enum ValueType {
  TEXT,
  INTEGER,
  DECIMAL,
  BOOLEAN,
  DATE,
  DATETIME;

  /** As written of published columns: "integer". */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The type of this code.
   *
   * @throws IllegalArgumentException when no type has it
   */
  public static ValueType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** True when values are to be compared and aligned as numbers. */
  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  /** True when values are days, with or without a time. */
  public boolean isDate() {
    return this == DATE || this == DATETIME;
  }
}
