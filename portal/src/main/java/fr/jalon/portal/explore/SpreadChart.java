package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Step;
import fr.jalon.engine.query.StepWidth;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Rect;
import fr.jalon.portal.explore.Drawing.Segment;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many rows lie in each equal step of the numbers of a column, from zero. */
record SpreadChart(
    String path,
    long rows,
    ColumnDescription column,
    StepWidth width,
    ValueText text,
    Messages messages) {
  static final int MOST_STEPS = 16;

  /** Percent of a step left free beside its bar. */
  private static final double GAP = 4;

  /** The width of the steps of a column, nothing when its ends are not known. */
  static Optional<StepWidth> width(ColumnDescription column, int most) {
    try {
      double low = Double.parseDouble(String.valueOf(column.minimum()));
      double high = Double.parseDouble(String.valueOf(column.maximum()));
      boolean whole = column.type() == ValueType.INTEGER;
      return Double.isFinite(low) && Double.isFinite(high) && low <= high
          ? Optional.of(StepWidth.of(low, high, most, whole))
          : Optional.empty();
    } catch (NumberFormatException unknown) {
      return Optional.empty();
    }
  }

  Chart of(List<Step> found) {
    List<Step> steps = whole(found);
    List<String> notes = new ArrayList<>();
    long told = found.stream().mapToLong(Step::rows).sum();
    if (told < rows) {
      notes.add(messages.count("explore.chart.without", rows - told, column.title()));
    }
    String title = messages.text("explore.chart.title.spread", column.title());
    return new Chart(title, drawing(steps), figures(steps, told), notes);
  }

  /** Every step from the first to the last: an empty one is a fact. */
  private static List<Step> whole(List<Step> found) {
    if (found.isEmpty()) {
      return found;
    }
    var known = found.stream().collect(Collectors.toMap(Step::index, step -> step));
    List<Step> whole = new ArrayList<>();
    long last = found.get(found.size() - 1).index();
    for (long i = found.get(0).index(); i <= last && whole.size() <= MOST_STEPS; i++) {
      whole.add(known.getOrDefault(i, new Step(i, 0, 0, 0, 0)));
    }
    return whole;
  }

  private Drawing drawing(List<Step> steps) {
    double high = steps.stream().mapToLong(Step::rows).max().orElse(1);
    Scale up = new Scale(0, high, Charts.BOTTOM, Charts.TOP);
    double share = (Charts.RIGHT - Charts.LEFT) / Math.max(1, steps.size());
    List<Shape> shapes = new ArrayList<>(Charts.across(up));
    List<Double> bounds = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      double y = up.at(steps.get(i).rows());
      double left = Charts.LEFT + i * share;
      bounds.add(left);
      shapes.add(
          new Rect(
              left + share * GAP / 200, y, share * (1 - GAP / 100), Charts.BOTTOM - y, Ink.BAR));
    }
    shapes.add(new Segment(0, Charts.BOTTOM, 100, Charts.BOTTOM, Ink.AXIS));
    shapes.addAll(Charts.numbers(up, value -> written((long) value)));
    if (!steps.isEmpty()) {
      bounds.add(Charts.RIGHT);
      long first = steps.get(0).index();
      shapes.addAll(Charts.under(bounds, i -> bound(first + i)));
      Step most = steps.stream().max(Comparator.comparingLong(Step::rows)).orElseThrow();
      double x = Charts.LEFT + (most.index() - first + 0.5) * share;
      double y = up.at(most.rows()) - 8;
      shapes.add(new Word(x, 0, y, written(most.rows()), Charts.anchor(x), Ink.VALUE));
    }
    return new Drawing(Charts.HEIGHT, shapes);
  }

  private Figures figures(List<Step> steps, long told) {
    List<Figures.Line> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(
          new Figures.Line(
              messages.text("explore.chart.step", bound(step.index()), bound(step.index() + 1)),
              path + "?" + condition(column, width, step),
              List.of(written(step.rows())),
              false));
    }
    lines.add(
        new Figures.Line(messages.text("explore.chart.total"), "", List.of(written(told)), true));
    List<String> heads = List.of(column.title(), messages.text("explore.chart.rows"));
    return new Figures(heads, lines);
  }

  static String condition(ColumnDescription column, StepWidth width, Step step) {
    return RowAddress.pair(column.name() + "__greater", width.from(step.index()).toPlainString())
        + "&"
        + RowAddress.pair(
            column.name() + "__strictly_less", width.from(step.index() + 1).toPlainString());
  }

  private String bound(long index) {
    return text.figure(column, width.from(index).doubleValue());
  }

  private String written(long count) {
    return messages.number(count);
  }
}
