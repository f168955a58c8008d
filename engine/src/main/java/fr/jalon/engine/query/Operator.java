package fr.jalon.engine.query;

import java.util.Locale;
import java.util.Optional;

/**
 * What a filter does; the words are those of the tabular API of data.gouv.fr ({@code
 * column__operator=value}).
 *
 * <p>A negative one keeps exactly the rows its positive one leaves: an empty cell differs from
 * everything, and contains nothing.
 */
public enum Operator {
  EXACT,
  DIFFERS,
  /** Without regard to case or accents. */
  CONTAINS,
  NOTCONTAINS,
  IN,
  NOTIN,
  /** At most. */
  LESS,
  /** At least. */
  GREATER,
  STRICTLY_LESS,
  STRICTLY_GREATER,
  ISNULL,
  ISNOTNULL;

  /** As written in an address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Operator> find(String word) {
    for (Operator operator : values()) {
      if (operator.word().equals(word)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
