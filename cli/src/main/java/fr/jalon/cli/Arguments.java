package fr.jalon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A command's words: files, and options with or without a value.
 *
 * @param files words that are no option, in order
 * @param options by name without dashes; "" for those that take no value
 */
record Arguments(List<String> files, Map<String, String> options) {
  /**
   * @throws IllegalArgumentException naming the option that is unknown or lacks its value
   */
  static Arguments of(List<String> words, Set<String> flags, Set<String> valued) {
    List<String> files = new ArrayList<>();
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String name =
          word.startsWith("--") ? word.substring(2) : word.startsWith("-") ? word.substring(1) : "";
      if (name.isEmpty()) {
        files.add(word);
      } else if (flags.contains(name)) {
        options.put(name, "");
      } else if (valued.contains(name)) {
        if (++i == words.size()) {
          throw new IllegalArgumentException("Option " + word + " needs a value.");
        }
        options.put(name, words.get(i));
      } else {
        throw new IllegalArgumentException(
            "Unknown option " + word + ". Options: " + flags + " " + valued);
      }
    }
    return new Arguments(List.copyOf(files), Map.copyOf(options));
  }

  boolean has(String option) {
    return options.containsKey(option);
  }
}
