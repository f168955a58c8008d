package fr.jalon.portal.explore;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A chart as shapes, drawn alike in a page, in a file of vectors and in one of pixels. Across,
 * places are in percent of a width that is free; down, in pixels from the top.
 */
public record Drawing(double height, List<Shape> shapes) {
  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /** What a shape is there for: its class in the page, its colour in files. */
  public enum Ink {
    TEXT("word", 0x1d1b17),
    SOFT("soft", 0x5a5447),
    VALUE("value", 0x1d1b17),
    BAR("bar", 0x0a575c),
    OTHER("bar other", 0x857d6b),
    AXIS("axis", 0x1d1b17),
    GRID("grid", 0xddd5c4),
    LINE("line", 0x0a575c),
    DOT("dot", 0x0a575c);

    private final String css;
    private final int rgb;

    Ink(String css, int rgb) {
      this.css = css;
      this.rgb = rgb;
    }

    public String css() {
      return css;
    }

    int rgb() {
      return rgb;
    }

    /** "#0a575c". */
    public String hex() {
      return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** True for words that may stand on lines, and keep these away from their letters. */
    public boolean apart() {
      return this == SOFT || this == VALUE;
    }

    public boolean bold() {
      return this == VALUE;
    }
  }

  /** Which end of a word stands at its place. */
  public enum Anchor {
    START,
    MIDDLE,
    END;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A part of a drawing. */
  public sealed interface Shape {
    Ink ink();

    /** The same lower by so many pixels, in a frame that takes a part of the width. */
    Shape in(double left, double share, double down);
  }

  public record Rect(double left, double top, double width, double height, Ink ink)
      implements Shape {
    @Override
    public Shape in(double from, double share, double down) {
      return new Rect(from + left * share, top + down, width * share, height, ink);
    }
  }

  public record Segment(double fromX, double fromY, double toX, double toY, Ink ink)
      implements Shape {
    @Override
    public Shape in(double left, double share, double down) {
      return new Segment(left + fromX * share, fromY + down, left + toX * share, toY + down, ink);
    }
  }

  public record Dot(double x, double y, Ink ink) implements Shape {
    /** Pixels. */
    public static final double RADIUS = 3.5;

    @Override
    public Shape in(double left, double share, double down) {
      return new Dot(left + x * share, y + down, ink);
    }
  }

  /**
   * @param shift pixels to the right of its place
   */
  public record Word(double x, double shift, double y, String text, Anchor anchor, Ink ink)
      implements Shape {
    /** What no file of vectors may hold, whatever a cell holds. */
    private static final Pattern NOT_XML =
        Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    public Word {
      text = NOT_XML.matcher(text).replaceAll("\uFFFD");
    }

    @Override
    public Shape in(double left, double share, double down) {
      return new Word(left + x * share, shift, y + down, text, anchor, ink);
    }
  }

  /**
   * A place across, as SVG writes it.
   *
   * @param width in pixels, 0 when it is free
   */
  public static String across(double percent, int width) {
    return width == 0 ? number(percent) + "%" : number(percent * width / 100);
  }

  /** A number with two decimals at most. */
  public static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
