package fr.jalon.engine.query;

/**
 * A column that both states of a table have, and the SQL of its values as they are compared.
 *
 * <p>A column of one type is compared in it. When its type changed, both are compared as texts
 * written in one way: a number is the same whether its column is of whole or of decimal numbers
 * now, and a text that can be read as the other column's type is written as that type is. What
 * would not have been published as that type stays as it stands: "007" is not 7.
 */
record CommonColumn(String name, Stored.Type before, Stored.Type after) {
  /** Texts that our writer takes for decimal numbers: no zero ahead, 15 whole digits at most. */
  private static final String DECIMAL = "-?(0|[1-9][0-9]{0,14})([.][0-9]+)?([eE][-+]?[0-9]{1,3})?";

  private static final String DATETIME =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?";
  private static final String INSTANT = DATETIME + "(Z|[-+][0-9]{2}:[0-9]{2})";

  boolean isRetyped() {
    return before.served() != after.served();
  }

  /** Its values before, to be compared with those after. */
  String valuesBefore() {
    return comparable(before, after);
  }

  /** Its values after, to be compared with those before. */
  String valuesAfter() {
    return comparable(after, before);
  }

  private String comparable(Stored.Type own, Stored.Type other) {
    String value = SqlText.name(name);
    if (own != other) {
      return text(value, own, other);
    }
    // a zero below zero is a zero
    return own == Stored.Type.DECIMAL ? value + " + CAST(0 AS DOUBLE)" : value;
  }

  private static String text(String value, Stored.Type own, Stored.Type other) {
    return switch (own) {
      case TEXT -> read(value, other);
      case INTEGER -> yes(plain(value), other);
      case DECIMAL -> yes(number(value), other);
      case BOOLEAN, DATE, DATETIME, INSTANT -> plain(value);
    };
  }

  /** A text as a value of that type is written, itself when it is none. */
  private static String read(String text, Stored.Type type) {
    return switch (type) {
      case TEXT, INTEGER, DATE -> text;
      case DECIMAL -> when(text, DECIMAL, number("TRY_CAST(" + text + " AS DOUBLE)"));
      case BOOLEAN ->
          ("CASE WHEN lower(%1$s) IN ('true', '1', 'oui', 'vrai') THEN 'true'"
                  + " WHEN lower(%1$s) IN ('false', '0', 'non', 'faux') THEN 'false'"
                  + " ELSE %1$s END")
              .formatted(text);
      case DATETIME -> when(text, DATETIME, plain("TRY_CAST(" + text + " AS TIMESTAMP)"));
      case INSTANT ->
          when(text, INSTANT, plain("TRY_CAST(" + text + " AS TIMESTAMP WITH TIME ZONE)"));
    };
  }

  /** In a column that says yes or no now, 1 and 0 say it too. */
  private static String yes(String number, Stored.Type other) {
    return other == Stored.Type.BOOLEAN
        ? "CASE %1$s WHEN '1' THEN 'true' WHEN '0' THEN 'false' ELSE %1$s END".formatted(number)
        : number;
  }

  /** Whole numbers without a point, whatever their column is of. */
  private static String number(String decimal) {
    return ("CASE WHEN %1$s = trunc(%1$s) AND abs(%1$s) < 1e15"
            + " THEN CAST(CAST(%1$s AS BIGINT) AS VARCHAR) ELSE CAST(%1$s AS VARCHAR) END")
        .formatted(decimal);
  }

  private static String plain(String value) {
    return "CAST(" + value + " AS VARCHAR)";
  }

  private static String when(String text, String pattern, String written) {
    return "CASE WHEN regexp_full_match(%1$s, '%2$s') THEN coalesce(%3$s, %1$s) ELSE %1$s END"
        .formatted(text, pattern, written);
  }
}
