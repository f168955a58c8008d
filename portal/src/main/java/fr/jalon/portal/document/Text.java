package fr.jalon.portal.document;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is read in one go: a paragraph, an item, a cell. A line end in it is a line end on paper.
 */
public record Text(List<Run> runs) {
  public Text {
    runs = runs.stream().filter(run -> !run.text().isEmpty()).toList();
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
