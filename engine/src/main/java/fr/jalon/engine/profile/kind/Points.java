package fr.jalon.engine.profile.kind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points written in one cell, their two numbers side by side. */
public final class Points {
  private static final Pattern PAIR =
      Pattern.compile(
          "(\\s*\\[?\\s*)(-?\\d{1,3}\\.\\d{2,})(\\s*[,; ]\\s*)(-?\\d{1,3}\\.\\d{2,})(\\s*\\]?\\s*)");

  /** More figures than this are no place on earth. */
  private static final int LONGEST = 100;

  private Points() {}

  /** Two numbers as they are written, and what stands around them. */
  public record Pair(String before, String first, String between, String second, String after) {
    public double one() {
      return Double.parseDouble(first);
    }

    public double other() {
      return Double.parseDouble(second);
    }

    /** The same cell with its numbers in the other order. */
    public String turned() {
      return before + second + between + first + after;
    }
  }

  /** The two numbers of a cell, null when it is no point of the earth. */
  public static @Nullable Pair read(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    Matcher cell = PAIR.matcher(text);
    if (!cell.matches()) {
      return null;
    }
    Pair pair = new Pair(cell.group(1), cell.group(2), cell.group(3), cell.group(4), cell.group(5));
    double greatest = Math.max(Math.abs(pair.one()), Math.abs(pair.other()));
    double least = Math.min(Math.abs(pair.one()), Math.abs(pair.other()));
    return greatest <= 180 && least <= 90 ? pair : null;
  }
}
