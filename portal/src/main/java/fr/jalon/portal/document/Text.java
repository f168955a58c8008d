package fr.jalon.portal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is read in one go: a paragraph, an item, a cell. A line end in it is a line end on paper.
 */
public record Text(List<Run> runs) {
  public Text {
    runs = joined(runs);
  }

  /** Between two runs a line may end, and "(" would be left alone at the end of one. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    Run.Emphasis emphasis = Run.Emphasis.NONE;
    for (Run run : runs) {
      if (run.emphasis() != emphasis) {
        add(joined, words, emphasis);
        emphasis = run.emphasis();
      }
      words.append(run.text());
    }
    add(joined, words, emphasis);
    return List.copyOf(joined);
  }

  private static void add(List<Run> runs, StringBuilder words, Run.Emphasis emphasis) {
    if (!words.isEmpty()) {
      runs.add(new Run(words.toString(), emphasis));
      words.setLength(0);
    }
  }

  public static Text of(String text) {
    return new Text(List.of(new Run(text, Run.Emphasis.NONE)));
  }

  public static Text strong(String text) {
    return new Text(List.of(new Run(text, Run.Emphasis.STRONG)));
  }

  /** Its characters, without how they are written. */
  public String plain() {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  int length() {
    return runs.stream().mapToInt(run -> run.text().length()).sum();
  }
}
