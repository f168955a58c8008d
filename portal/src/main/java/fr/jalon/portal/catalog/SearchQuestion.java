package fr.jalon.portal.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was typed in the search box, as it was understood.
 *
 * @param parts that a dataset should all hold; empty when everything is asked
 * @param without what it must not hold, as the database asks it
 * @param corrections words that no dataset holds, and what was sought in their place
 * @param suggestions words that few datasets hold, and a near one that many hold
 */
record SearchQuestion(
    List<Part> parts,
    List<String> without,
    List<Correction> corrections,
    List<Correction> suggestions) {
  SearchQuestion {
    parts = List.copyOf(parts);
    without = List.copyOf(without);
    corrections = List.copyOf(corrections);
    suggestions = List.copyOf(suggestions);
  }

  /**
   * A word, or some that are one thing.
   *
   * @param own the words typed, or those that were meant, as the database asks them
   * @param any the same, or other words for the same thing
   * @param stems of all these words
   * @param weight the rarer, the more it tells
   */
  record Part(String own, String any, Set<String> stems, double weight) {
    Part {
      stems = Set.copyOf(stems);
    }
  }

  boolean isEmpty() {
    return parts.isEmpty() && without.isEmpty();
  }

  /** All the parts, whatever the words for them. */
  String all() {
    return and(parts.stream().map(Part::any));
  }

  /** All the parts, in the very words that were typed or meant. */
  String own() {
    return and(parts.stream().map(Part::own));
  }

  /** All the parts but one, whichever; of two parts, one or the other. */
  String allButOne() {
    return narrowed(
        IntStream.range(0, parts.size())
            .mapToObj(
                left ->
                    IntStream.range(0, parts.size())
                        .filter(i -> i != left)
                        .mapToObj(i -> parts.get(i).any())
                        .collect(Collectors.joining(" & ", "(", ")")))
            .collect(Collectors.joining(" | ", "(", ")")));
  }

  /** One part at least. */
  String oneAtLeast() {
    return narrowed(parts.stream().map(Part::any).collect(Collectors.joining(" | ", "(", ")")));
  }

  /** The stems of all that is sought. */
  Set<String> stems() {
    Set<String> stems = new HashSet<>();
    parts.forEach(part -> stems.addAll(part.stems()));
    return stems;
  }

  private String and(Stream<String> asked) {
    return Stream.concat(asked, without.stream().map(one -> "!" + one))
        .collect(Collectors.joining(" & "));
  }

  private String narrowed(String asked) {
    return Stream.concat(Stream.of(asked), without.stream().map(one -> "!" + one))
        .collect(Collectors.joining(" & "));
  }
}
