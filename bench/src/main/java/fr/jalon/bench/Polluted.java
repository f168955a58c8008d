package fr.jalon.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A polluted file and the table that should be read from it.
 *
 * @param clean the header if there is one, then the records
 */
record Polluted(Group group, String name, byte[] bytes, List<List<String>> clean) {
  static Polluted of(Group group, String name, String text, List<List<String>> clean) {
    return new Polluted(group, name + ".csv", text.getBytes(StandardCharsets.UTF_8), clean);
  }
}
