package fr.jalon.portal.explore;

import fr.jalon.portal.explore.Drawing.Anchor;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart to take away: with its title above and where it comes from below, so that it still says
 * so wherever it is shown.
 */
final class ChartFile {
  /** Pixels across. */
  static final int WIDTH = 960;

  private static final double MARGIN = 32;
  private static final double LINE = 26;
  private static final double SMALL_LINE = 20;

  /** Letters of a line of the title, and of the small one, that surely fit. */
  private static final int LONGEST_LINE = 90;

  private static final int LONGEST_SMALL_LINE = 120;
  private static final int MOST_LINES = 4;

  private ChartFile() {}

  /**
   * @param source who publishes it, under which title, when, under which licence
   */
  static Drawing framed(Chart chart, String source) {
    double left = 100 * MARGIN / WIDTH;
    List<Shape> shapes = new ArrayList<>();
    double y = MARGIN;
    for (String line : lines(chart.title(), LONGEST_LINE)) {
      y += LINE;
      shapes.add(new Word(left, 0, y, line, Anchor.START, Ink.VALUE));
    }
    double top = y + LINE;
    double share = 1 - 2 * left / 100;
    chart.drawing().shapes().forEach(shape -> shapes.add(shape.in(left, share, top)));
    y = top + chart.drawing().height() + SMALL_LINE;
    for (String note : chart.notes()) {
      y = small(note, left, y, shapes);
    }
    y = small(source, left, y, shapes);
    return new Drawing(y + MARGIN, shapes);
  }

  private static double small(String text, double left, double y, List<Shape> shapes) {
    double below = y;
    for (String line : lines(text, LONGEST_SMALL_LINE)) {
      below += SMALL_LINE;
      shapes.add(new Word(left, 0, below, line, Anchor.START, Ink.SOFT));
    }
    return below;
  }

  /** Cut between words where there is one; what no line holds any more is left out, and marked. */
  private static List<String> lines(String text, int longest) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > longest && lines.size() < MOST_LINES - 1) {
      int space = rest.lastIndexOf(' ', longest);
      int cut = space > 0 ? space : longest;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).strip();
    }
    lines.add(rest.length() > longest ? rest.substring(0, longest) + "…" : rest);
    return lines;
  }
}
