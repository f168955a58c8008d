package fr.jalon.portal.explore;

import fr.jalon.engine.query.Period;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.explore.Drawing.Dot;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Segment;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import fr.jalon.portal.web.Messages;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows counted, or an amount added up, month after month or year after year, from zero; a period
 * without rows counts for nothing, and shows.
 */
record LineChart(
    String path,
    ColumnDescription date,
    @Nullable ColumnDescription measure,
    Period.Length length,
    ValueText text,
    Messages messages) {
  /** Periods drawn, the latest: fifty years of months. */
  static final int MOST_PERIODS = 600;

  /** Periods above which single ones no longer have a dot. */
  private static final int MOST_DOTS = 40;

  /** Shares of all the periods that the last one and the highest must be apart to be both told. */
  private static final double APART = 0.25;

  /** Years read better than months from five years on. */
  private static final int MOST_MONTHS = 60;

  /** The length that reads best from a day to another. */
  static Period.Length best(@Nullable String first, @Nullable String last) {
    try {
      if (first == null || last == null) {
        return Period.Length.MONTH;
      }
      LocalDate from = LocalDate.parse(first.substring(0, Math.min(10, first.length())));
      LocalDate to = LocalDate.parse(last.substring(0, Math.min(10, last.length())));
      return from.plusMonths(MOST_MONTHS).isBefore(to) ? Period.Length.YEAR : Period.Length.MONTH;
    } catch (DateTimeException unknown) {
      return Period.Length.MONTH;
    }
  }

  Chart of(List<Period> found) {
    List<Period> periods = whole(found);
    List<String> notes = new ArrayList<>();
    long rows = found.stream().mapToLong(Period::rows).sum();
    long older = rows - periods.stream().mapToLong(Period::rows).sum();
    if (older > 0) {
      notes.add(messages.count("explore.chart.older", older));
    }
    String title =
        messages.text(
            "explore.chart.title.line." + length.name().toLowerCase(Locale.ROOT),
            measure == null
                ? messages.text("explore.chart.title.line.rows")
                : messages.text("explore.chart.title.line.sum", measure.title()),
            date.title());
    return new Chart(title, drawing(periods), figures(periods), notes);
  }

  /** Every period from the first to the last, or the latest ones of a very long time. */
  private List<Period> whole(List<Period> found) {
    if (found.isEmpty()) {
      return found;
    }
    Map<LocalDate, Period> known = new HashMap<>();
    found.forEach(period -> known.put(period.start(), period));
    LocalDate last = found.get(found.size() - 1).start();
    LocalDate earliest =
        length == Period.Length.MONTH
            ? last.minusMonths(MOST_PERIODS - 1)
            : last.minusYears(MOST_PERIODS - 1);
    LocalDate first = found.get(0).start();
    List<Period> whole = new ArrayList<>();
    LocalDate start = first.isBefore(earliest) ? earliest : first;
    for (; !start.isAfter(last); start = length.next(start)) {
      whole.add(known.getOrDefault(start, new Period(start, 0, 0)));
    }
    return whole;
  }

  private Drawing drawing(List<Period> periods) {
    double low = Math.min(0, periods.stream().mapToDouble(this::value).min().orElse(0));
    double high = Math.max(0, periods.stream().mapToDouble(this::value).max().orElse(0));
    Scale up = new Scale(low, high == low ? low + 1 : high, Charts.BOTTOM, Charts.TOP);
    Scale along = new Scale(0, periods.size() - 1.0, Charts.LEFT, Charts.RIGHT);
    List<Double> places = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>(Charts.across(up));
    for (int i = 0; i < periods.size(); i++) {
      double x = along.at(i);
      places.add(x);
      double y = up.at(value(periods.get(i)));
      if (i > 0) {
        double before = up.at(value(periods.get(i - 1)));
        shapes.add(new Segment(along.at(i - 1), before, x, y, Ink.LINE));
      }
      if (periods.size() <= MOST_DOTS) {
        shapes.add(new Dot(x, y, Ink.DOT));
      }
    }
    if (!periods.isEmpty()) {
      shapes.addAll(Charts.under(places, i -> name(periods.get(i).start())));
      shapes.addAll(Charts.numbers(up, this::written));
      shapes.addAll(told(periods, along, up));
    }
    return new Drawing(Charts.HEIGHT, shapes);
  }

  /** The highest value and the last are told where they stand. */
  private List<Shape> told(List<Period> periods, Scale along, Scale up) {
    int highest = 0;
    for (int i = 1; i < periods.size(); i++) {
      highest = value(periods.get(i)) > value(periods.get(highest)) ? i : highest;
    }
    int last = periods.size() - 1;
    List<Shape> told = new ArrayList<>(List.of(word(periods, highest, along, up)));
    if (last - highest > APART * periods.size()) {
      told.add(word(periods, last, along, up));
    }
    return told;
  }

  private Shape word(List<Period> periods, int index, Scale along, Scale up) {
    double x = along.at(index);
    double value = value(periods.get(index));
    double y = up.at(value) - 10;
    return new Word(x, 0, y, written(value), Charts.anchor(x), Ink.VALUE);
  }

  private Figures figures(List<Period> periods) {
    List<Figures.Line> lines = new ArrayList<>();
    for (Period period : periods) {
      String href = path + "?" + condition(period.start());
      lines.add(
          new Figures.Line(name(period.start()), href, List.of(written(value(period))), false));
    }
    double sum = periods.stream().mapToDouble(this::value).sum();
    lines.add(
        new Figures.Line(messages.text("explore.chart.total"), "", List.of(written(sum)), true));
    String period =
        messages.text(length == Period.Length.MONTH ? "explore.chart.month" : "explore.chart.year");
    return new Figures(List.of(period, Charts.measureName(measure, messages)), lines);
  }

  private String condition(LocalDate start) {
    if (ChartChoice.isYear(date)) {
      return RowAddress.pair(date.name() + "__exact", Integer.toString(start.getYear()));
    }
    return RowAddress.pair(date.name() + "__greater", start.toString())
        + "&"
        + RowAddress.pair(date.name() + "__strictly_less", length.next(start).toString());
  }

  private double value(Period period) {
    return measure == null ? period.rows() : period.sum();
  }

  private String written(double value) {
    return Charts.written(measure, value, text, messages);
  }

  private String name(LocalDate start) {
    return length == Period.Length.YEAR
        ? Integer.toString(start.getYear())
        : DateTimeFormatter.ofPattern("LLL uuuu", messages.locale()).format(start);
  }
}
