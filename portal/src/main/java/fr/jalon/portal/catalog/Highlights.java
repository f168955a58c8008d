package fr.jalon.portal.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Marks in the answers the words that made them answers. */
@Component
public class Highlights {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private final Stems stems;

  Highlights(Stems stems) {
    this.stems = stems;
  }

  /**
   * What marks these texts, asked of the database once for all of them.
   *
   * @param sought stems
   */
  public Marker of(Collection<String> texts, Set<String> sought) {
    if (sought.isEmpty()) {
      return new Marker(Map.of(), sought);
    }
    Set<String> words = new HashSet<>();
    texts.forEach(text -> words.addAll(SearchWords.of(text)));
    return new Marker(stems.of(words), sought);
  }

  /** Marks texts whose words it knows. */
  public static final class Marker {
    private final Map<String, String> stems;
    private final Set<String> sought;

    private Marker(Map<String, String> stems, Set<String> sought) {
      this.stems = stems;
      this.sought = sought;
    }

    public Marked mark(String text) {
      List<Marked.Piece> pieces = new ArrayList<>();
      Matcher word = WORD.matcher(text);
      int written = 0;
      while (word.find()) {
        if (SearchWords.of(word.group()).stream().anyMatch(this::isSought)) {
          add(pieces, text.substring(written, word.start()), false);
          add(pieces, word.group(), true);
          written = word.end();
        }
      }
      add(pieces, text.substring(written), false);
      return new Marked(pieces);
    }

    /** The sought stems that a text holds. */
    public Set<String> held(String text) {
      Set<String> held = new HashSet<>();
      SearchWords.of(text).stream()
          .filter(this::isSought)
          .forEach(word -> held.add(stems.get(word)));
      return held;
    }

    private boolean isSought(String word) {
      return sought.contains(stems.getOrDefault(word, ""));
    }

    private static void add(List<Marked.Piece> pieces, String text, boolean sought) {
      if (!text.isEmpty()) {
        pieces.add(new Marked.Piece(text, sought));
      }
    }
  }
}
