package fr.jalon.portal.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report in words: the same parts for the page and for the paper.
 *
 * @param about whose it is and of what
 * @param day of the facts
 */
public record ReviewView(String title, String about, String day, List<Part> parts) {
  public ReviewView {
    parts = List.copyOf(parts);
  }

  /** A part, under its title. */
  public record Part(String anchor, String title, List<Piece> pieces) {
    public Part {
      pieces = List.copyOf(pieces);
    }
  }

  /** A report in a list. */
  public record Line(String title, String href, String state, boolean frozen) {}

  /** What a part is made of. */
  public sealed interface Piece {}

  public record Sentence(String text) implements Piece {}

  /**
   * What people write, or facts propose.
   *
   * @param by who wrote it and when, or that facts say it
   * @param editHref null for who may not write it
   */
  public record Prose(String text, String by, @Nullable String editHref, String edit)
      implements Piece {}

  public record Table(String caption, List<Head> heads, List<List<Cell>> rows) implements Piece {
    public Table {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  public record Head(String name, boolean numeric) {}

  /**
   * @param href where what it says is to be seen, null for nowhere
   */
  public record Cell(String text, @Nullable String href) {
    static Cell of(String text) {
      return new Cell(text, null);
    }
  }

  /** Quantities drawn beside their words. */
  public record Bars(String caption, String name, String measure, List<Bar> bars) implements Piece {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * @param percents of the longest; of two, the first is of an earlier day
   */
  public record Bar(String name, String said, List<Integer> percents) {
    public Bar {
      percents = List.copyOf(percents);
    }
  }
}
