package fr.jalon.portal.workshop;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that one reads on a wall and types on a telephone. */
final class Codes {
  static final int LENGTH = 6;

  /**
   * Without what is taken for something else: 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and
   * V.
   */
  static final String LETTERS = "34679ACDEFGHJKMNPQRTWXY";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Codes() {}

  static String make() {
    StringBuilder code = new StringBuilder(LENGTH);
    RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
    return code.toString();
  }

  /** As it was typed: "4c7 kmp" is "4C7KMP". */
  static String normalized(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
