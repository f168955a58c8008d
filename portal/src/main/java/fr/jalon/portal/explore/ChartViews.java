package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Measure;
import fr.jalon.engine.query.Measure.Function;
import fr.jalon.engine.query.Period;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Sort;
import fr.jalon.engine.query.StepWidth;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.explore.ChartView.Field;
import fr.jalon.portal.explore.DatasetView.Tab;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws one honest chart of a version: what can be drawn is chosen from its columns. */
@Component
class ChartViews {
  /** Columns offered in a list: beyond, one asks for another in the address. */
  private static final int MOST_CHOICES = 150;

  /** Years a column of them may name. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9999;

  private final VersionRows rows;

  ChartViews(VersionRows rows) {
    this.rows = rows;
  }

  static boolean suits(Version version) {
    return !ChartChoice.kinds(version).isEmpty();
  }

  /**
   * @param path of the page
   */
  ChartView of(Version version, String path, Map<String, String[]> parameters, Messages messages)
      throws IOException {
    ChartAsk ask = ChartAsk.of(version, parameters);
    return new ChartView(
        path,
        ChartChoice.kinds(version).stream()
            .map(
                kind ->
                    new Tab(
                        messages.text("explore.chart.kind." + kind.key()),
                        ChartAsk.href(path, kind),
                        kind == ask.kind()))
            .toList(),
        ask.kind().word(),
        fields(version, ask, messages),
        chart(version, path, ask, messages),
        ask.fileHref(path, "svg"),
        ask.fileHref(path, "png"));
  }

  /** The chart alone, for a file. */
  Chart chart(Version version, String path, Map<String, String[]> parameters, Messages messages)
      throws IOException {
    return chart(version, path, ChartAsk.of(version, parameters), messages);
  }

  private Chart chart(Version version, String path, ChartAsk ask, Messages messages)
      throws IOException {
    ValueText text = new ValueText(messages);
    return switch (ask.kind()) {
      case BARS -> {
        BarsChart bars = new BarsChart(path, ask.by(), ask.measure(), text, messages);
        yield bars.of(rows.page(version, bars.query()));
      }
      case LINE -> {
        Period.Length length = length(ask);
        yield new LineChart(path, ask.by(), ask.measure(), length, text, messages)
            .of(periods(version, ask, length));
      }
      case SPREAD -> {
        StepWidth width = width(ask.by(), SpreadChart.MOST_STEPS);
        yield new SpreadChart(path, version.rows(), ask.by(), width, text, messages)
            .of(rows.steps(version, ask.by().name(), width, null, SpreadChart.MOST_STEPS + 1));
      }
      case PAIRS -> {
        ColumnDescription y = Objects.requireNonNull(ask.measure());
        StepWidth width = width(ask.by(), PairsChart.MOST_STEPS);
        yield new PairsChart(path, ask.by(), y, width, text, messages)
            .of(
                rows.pairs(version, ask.by().name(), y.name(), PairsChart.MOST_DOTS),
                rows.steps(version, ask.by().name(), width, y.name(), PairsChart.MOST_STEPS + 1));
      }
    };
  }

  private static StepWidth width(ColumnDescription column, int most) {
    return SpreadChart.width(column, most).orElseThrow(() -> new Rejected(ExploreProblem.NO_CHART));
  }

  private static Period.Length length(ChartAsk ask) {
    Period.Length asked = ask.length();
    if (ChartChoice.isYear(ask.by())) {
      return Period.Length.YEAR;
    }
    return asked == null ? LineChart.best(ask.by().minimum(), ask.by().maximum()) : asked;
  }

  private List<Period> periods(Version version, ChartAsk ask, Period.Length length)
      throws IOException {
    ColumnDescription summed = ask.measure();
    if (!ChartChoice.isYear(ask.by())) {
      return rows.periods(
          version,
          ask.by().name(),
          length,
          summed == null ? null : summed.name(),
          10 * LineChart.MOST_PERIODS);
    }
    String year = ask.by().name();
    List<Measure> figures = new ArrayList<>(List.of(new Measure(year, Function.COUNT)));
    if (summed != null) {
      figures.add(new Measure(summed.name(), Function.SUM));
    }
    RowQuery query =
        RowQuery.page(0, LineChart.MOST_PERIODS)
            .withGroups(List.of(year), figures)
            .withSorts(List.of(new Sort(year, true)));
    return rows.page(version, query).rows().stream()
        .filter(row -> row.get(0) instanceof Long one && FIRST_YEAR <= one && one <= LAST_YEAR)
        .map(ChartViews::year)
        .sorted(Comparator.comparing(Period::start))
        .toList();
  }

  private static Period year(List<@Nullable Object> row) {
    Number year = (Number) Objects.requireNonNull(row.get(0));
    Number rows = (Number) Objects.requireNonNull(row.get(1));
    double sum = row.size() > 2 && row.get(2) instanceof Number one ? one.doubleValue() : 0;
    return new Period(LocalDate.of(year.intValue(), 1, 1), rows.longValue(), sum);
  }

  private static List<Field> fields(Version version, ChartAsk ask, Messages messages) {
    List<Field> fields = new ArrayList<>();
    String key = "explore.chart.field." + ask.kind().key();
    List<ColumnDescription> choices = ChartAsk.choices(ask.kind(), version);
    fields.add(new Field(ChartAsk.BY, messages.text(key), columns(choices, ask.by())));
    switch (ask.kind()) {
      case BARS, LINE -> {
        Stream<Option> count =
            Stream.of(
                new Option(
                    ChartAsk.ROWS, messages.text("explore.chart.rows"), ask.measure() == null));
        Stream<Option> sums =
            shown(ChartChoice.measures(version), ask.measure()).stream()
                .map(
                    one ->
                        new Option(
                            one.name(),
                            messages.text("explore.chart.sum", one.title()),
                            one.equals(ask.measure())));
        fields.add(
            new Field(
                ChartAsk.MEASURE,
                messages.text("explore.chart.measure"),
                Stream.concat(count, sums).toList()));
      }
      case PAIRS ->
          fields.add(
              new Field(
                  ChartAsk.MEASURE,
                  messages.text("explore.chart.field.other"),
                  columns(
                      choices.stream().filter(one -> !one.equals(ask.by())).toList(),
                      Objects.requireNonNull(ask.measure()))));
      case SPREAD -> {}
    }
    if (ask.kind() == ChartKind.LINE && ask.by().type() != ValueType.INTEGER) {
      boolean month = length(ask) == Period.Length.MONTH;
      fields.add(
          new Field(
              ChartAsk.LENGTH,
              messages.text("explore.chart.field.length"),
              List.of(
                  new Option(ChartAsk.MONTH, messages.text("explore.chart.month"), month),
                  new Option(ChartAsk.YEAR, messages.text("explore.chart.year"), !month))));
    }
    return fields;
  }

  private static List<Option> columns(List<ColumnDescription> choices, ColumnDescription chosen) {
    return shown(choices, chosen).stream()
        .map(one -> new Option(one.name(), one.title(), one.equals(chosen)))
        .toList();
  }

  /** The first ones, and the one chosen wherever it stands. */
  private static List<ColumnDescription> shown(
      List<ColumnDescription> choices, @Nullable ColumnDescription chosen) {
    List<ColumnDescription> shown =
        new ArrayList<>(choices.subList(0, Math.min(MOST_CHOICES, choices.size())));
    if (chosen != null && choices.contains(chosen) && !shown.contains(chosen)) {
      shown.add(chosen);
    }
    return shown;
  }
}
