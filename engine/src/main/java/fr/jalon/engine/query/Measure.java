package fr.jalon.engine.query;

import java.util.Locale;
import java.util.Optional;

/** A figure computed over the rows of a group, served under the name {@code column__function}. */
public record Measure(String column, Function function) {

  /**
   * What is computed. Empty cells are left out, but {@code COUNT} of a group's own column counts
   * its rows.
   */
  public enum Function {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX;

    /** As written in an address. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Function> find(String word) {
      for (Function function : values()) {
        if (function.word().equals(word)) {
          return Optional.of(function);
        }
      }
      return Optional.empty();
    }
  }

  /** The name of the column it makes. */
  public String name() {
    return column + "__" + function.word();
  }
}
