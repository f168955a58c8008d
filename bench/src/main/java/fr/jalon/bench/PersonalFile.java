package fr.jalon.bench;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of ours of which it is known what each column tells of people.
 *
 * @param lookAlike true for a table that looks as if it spoke of people, and does not
 */
record PersonalFile(
    String name, Headers headers, boolean lookAlike, String text, List<Truth> columns) {

  /** What the first line says. */
  enum Headers {
    KEPT,
    TERSE,
    ABSENT
  }

  /**
   * @param category code of what the column tells, null when it tells nothing
   * @param cells rows whose cell does, 0-based; null when all do, or none
   */
  record Truth(String header, @Nullable String category, @Nullable BitSet cells) {}

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
