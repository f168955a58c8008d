package fr.jalon.engine.query;

import java.util.Locale;
import java.util.Map;

/** What is asked cannot be answered: the fault of the question, never of the machine. */
public final class QueryProblem extends Exception {
  private final Code code;
  private final transient Map<String, String> parameters;

  /** The {@code parameters} of each are named after it. */
  public enum Code {
    /** {@code column} */
    UNKNOWN_COLUMN,
    /** {@code operator}, {@code column} */
    UNKNOWN_OPERATOR,
    /** {@code value}, {@code column}, {@code type} */
    BAD_VALUE,
    /** {@code parameter}, {@code value} */
    BAD_PAGE,
    /** {@code column}, {@code function}: sums and means need numbers */
    NOT_A_NUMBER,
    /** {@code limit}: filters, values, sorts or groups */
    TOO_MUCH_ASKED,
    /** {@code seconds} */
    TOO_SLOW,
    /** Not enough memory for it, or too many questions at once. */
    BUSY;

    /** As APIs write it: "unknown-column". */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  QueryProblem(Code code, Map<String, String> parameters) {
    super(code.text() + " " + parameters);
    this.code = code;
    this.parameters = Map.copyOf(parameters);
  }

  public Code code() {
    return code;
  }

  /** What its sentence needs; the values come from outside and may hold anything. */
  public Map<String, String> parameters() {
    return parameters;
  }

  static QueryProblem unknownColumn(String column) {
    return new QueryProblem(Code.UNKNOWN_COLUMN, Map.of("column", column));
  }

  static QueryProblem badValue(String value, String column, String type) {
    return new QueryProblem(Code.BAD_VALUE, Map.of("value", value, "column", column, "type", type));
  }
}
