package fr.jalon.portal.explore;

import java.util.List;

/**
 * The figures a chart is made of, as a table.
 *
 * @param heads of the columns, what a line is about first
 */
public record Figures(List<String> heads, List<Line> lines) {
  public Figures {
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
  }

  /**
   * @param href the rows behind it, "" when they cannot be asked
   * @param total true for what adds up the others
   */
  public record Line(String name, String href, List<String> cells, boolean total) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
