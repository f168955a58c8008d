package fr.jalon.cli;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options by which a person corrects how a file is read, as words of a command. */
public final class ReadWords {
  public static final Set<String> OPTIONS =
      Set.of("sheet", "table", "header", "encoding", "delimiter", "shape", "hidden");

  static final String USAGE =
      "[--sheet NAME] [--table N] [--header N,N...|none] [--encoding NAME] [--delimiter C|tab]"
          + " [--shape rows|transposed|unpivoted] [--hidden read]";

  private static final Map<String, String> DELIMITERS =
      Map.of("tab", "\t", "\\t", "\t", "comma", ",", "semicolon", ";", "pipe", "|", "space", " ");

  private ReadWords() {}

  /** {@code base}, with every option that reading has. */
  static Set<String> with(Set<String> base) {
    Set<String> all = new TreeSet<>(base);
    all.addAll(OPTIONS);
    return all;
  }

  /** True when at least one of them was given. */
  static boolean given(Arguments arguments) {
    return OPTIONS.stream().anyMatch(arguments::has);
  }

  static ReadOptions of(Arguments arguments) {
    return of(arguments.options());
  }

  /**
   * @param given the words by the names of their options; other options are left alone
   * @throws IllegalArgumentException saying what is wrong and what is possible
   */
  public static ReadOptions of(Map<String, String> given) {
    ReadOptions options =
        ReadOptions.NONE.withEncoding(given.get("encoding")).withSheet(given.get("sheet"));
    String delimiter = given.get("delimiter");
    if (delimiter != null) {
      options = options.withDelimiter(delimiter(delimiter));
    }
    String header = given.get("header");
    if (header != null) {
      options = options.withHeaderRows(rows(header));
    }
    String table = given.get("table");
    if (table != null) {
      options = options.withTable((int) number("table", table));
    }
    String hidden = given.get("hidden");
    if (hidden != null) {
      options = options.withHidden(hidden(hidden));
    }
    String shape = given.get("shape");
    return shape == null ? options : options.withShape(shape(shape));
  }

  private static String delimiter(String word) {
    String one = DELIMITERS.getOrDefault(word.toLowerCase(Locale.ROOT), word);
    if (one.length() != 1) {
      throw new IllegalArgumentException(
          "Option --delimiter takes one character or one of "
              + new TreeSet<>(DELIMITERS.keySet())
              + ", not '"
              + word
              + "'.");
    }
    return one;
  }

  private static List<Long> rows(String word) {
    List<Long> rows = new ArrayList<>();
    if (!word.equals("none")) {
      for (String part : word.split(",", -1)) {
        rows.add(number("header", part.strip()));
      }
    }
    return rows;
  }

  private static boolean hidden(String word) {
    if (!word.equals("read") && !word.equals("skip")) {
      throw new IllegalArgumentException(
          "Option --hidden takes 'read' or 'skip', not '" + word + "'.");
    }
    return word.equals("read");
  }

  private static long number(String option, String word) {
    if (!word.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(
          "Option --" + option + " takes numbers from 1, not '" + word + "'.");
    }
    return Long.parseLong(word);
  }

  private static Shape shape(String word) {
    for (Shape shape : Shape.values()) {
      if (shape.name().equalsIgnoreCase(word)) {
        return shape;
      }
    }
    throw new IllegalArgumentException(
        "Option --shape takes one of " + List.of(Shape.values()) + ", not '" + word + "'.");
  }
}
