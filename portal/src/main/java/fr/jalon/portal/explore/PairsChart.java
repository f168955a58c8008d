package fr.jalon.portal.explore;

import fr.jalon.engine.query.Pairs;
import fr.jalon.engine.query.Step;
import fr.jalon.engine.query.StepWidth;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.explore.Drawing.Anchor;
import fr.jalon.portal.explore.Drawing.Dot;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Segment;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import fr.jalon.portal.web.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Two numbers of each row, a dot a row; of very many, of one row in so many, and it is said. */
record PairsChart(
    String path,
    ColumnDescription x,
    ColumnDescription y,
    StepWidth width,
    ValueText text,
    Messages messages) {
  /** Dots that still tell something, and that a page bears: about 60 kB before it is packed. */
  static final int MOST_DOTS = 1000;

  /** Lines of the figures. */
  static final int MOST_STEPS = 12;

  private static final int MOST_WORDS = 4;
  private static final int LONGEST_NAME = 40;

  Chart of(Pairs pairs, List<Step> steps) {
    List<String> notes = new ArrayList<>();
    if (pairs.every() > 1) {
      notes.add(
          messages.text(
              "explore.chart.sampled", pairs.every(), pairs.pairs().size(), pairs.total()));
    }
    String title = messages.text("explore.chart.title.pairs", y.title(), x.title());
    return new Chart(title, drawing(pairs), figures(steps), notes);
  }

  private Drawing drawing(Pairs pairs) {
    List<Shape> shapes = new ArrayList<>();
    if (!pairs.pairs().isEmpty()) {
      var xs = pairs.pairs().stream().mapToDouble(Pairs.Pair::x).summaryStatistics();
      var ys = pairs.pairs().stream().mapToDouble(Pairs.Pair::y).summaryStatistics();
      Scale along = new Scale(xs.getMin(), xs.getMax(), Charts.LEFT, Charts.RIGHT);
      Scale up = new Scale(ys.getMin(), ys.getMax(), Charts.BOTTOM - 10, Charts.TOP + 10);
      shapes.addAll(Charts.across(up));
      shapes.add(new Segment(0, Charts.BOTTOM, 100, Charts.BOTTOM, Ink.AXIS));
      List<BigDecimal> ticks = along.ticks(MOST_WORDS);
      List<Double> places = ticks.stream().map(tick -> along.at(tick.doubleValue())).toList();
      if (!places.isEmpty()) {
        shapes.addAll(Charts.under(places, i -> text.figure(x, ticks.get(i).doubleValue())));
      }
      pairs
          .pairs()
          .forEach(pair -> shapes.add(new Dot(along.at(pair.x()), up.at(pair.y()), Ink.DOT)));
      shapes.addAll(Charts.numbers(up, value -> text.figure(y, value)));
    }
    shapes.add(new Word(0, 0, 16, "↑ " + named(y), Anchor.START, Ink.TEXT));
    shapes.add(new Word(100, 0, Charts.HEIGHT + 16, named(x) + " →", Anchor.END, Ink.TEXT));
    return new Drawing(Charts.HEIGHT + 24, shapes);
  }

  private static String named(ColumnDescription column) {
    String title = column.title();
    return title.length() <= LONGEST_NAME ? title : title.substring(0, LONGEST_NAME) + "…";
  }

  /** Over all the rows, whatever is drawn. */
  private Figures figures(List<Step> steps) {
    List<Figures.Line> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(
          new Figures.Line(
              messages.text("explore.chart.step", bound(step.index()), bound(step.index() + 1)),
              path + "?" + SpreadChart.condition(x, width, step),
              List.of(
                  messages.number(step.rows()),
                  text.figure(y, step.minimum()),
                  text.figure(y, step.mean()),
                  text.figure(y, step.maximum())),
              false));
    }
    return new Figures(
        List.of(
            x.title(),
            messages.text("explore.chart.rows"),
            messages.text("explore.chart.least"),
            messages.text("explore.chart.mean"),
            messages.text("explore.chart.most")),
        lines);
  }

  private String bound(long index) {
    return text.figure(x, width.from(index).doubleValue());
  }
}
