package fr.jalon.portal.catalog;

import java.util.List;

/** A text whose words that were sought are marked, in the order of the text; nothing is lost. */
public record Marked(List<Piece> pieces) {
  public Marked {
    pieces = List.copyOf(pieces);
  }

  /** Some of the text, as it is written: it may hold anything, and is no markup. */
  public record Piece(String text, boolean sought) {}

  /** A text of which nothing was sought. */
  public static Marked plain(String text) {
    return new Marked(List.of(new Piece(text, false)));
  }

  /** True when a word of it was sought. */
  public boolean isSought() {
    return pieces.stream().anyMatch(Piece::sought);
  }
}
