package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Measure;
import fr.jalon.engine.query.Measure.Function;
import fr.jalon.engine.query.Page;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Sort;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.explore.Bars.Bar;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows counted, or an amount added up, by the values of a column. */
record BarsChart(
    String path,
    ColumnDescription grouping,
    @Nullable ColumnDescription measure,
    ValueText text,
    Messages messages) {
  /** More bars are no longer read, they are gathered under "others". */
  private static final int MOST_BARS = 15;

  /** Asked of the rows; what lies beyond does not exist, for columns with more are not offered. */
  private static final int MOST_GROUPS = 200;

  private static final int LONGEST_NAME = 60;

  RowQuery query() {
    Measure figure =
        measure == null
            ? new Measure(grouping.name(), Function.COUNT)
            : new Measure(measure.name(), Function.SUM);
    Sort order = inItsOwnOrder() ? new Sort(grouping.name(), false) : new Sort(figure.name(), true);
    return RowQuery.page(0, MOST_GROUPS)
        .withGroups(List.of(grouping.name()), List.of(figure))
        .withSorts(List.of(order));
  }

  Chart of(Page groups) {
    Bars bars = new Bars(title(), bars(groups));
    List<Figures.Line> lines = new ArrayList<>();
    bars.bars()
        .forEach(
            bar ->
                lines.add(new Figures.Line(bar.name(), bar.href(), List.of(bar.written()), false)));
    double sum = groups.rows().stream().mapToDouble(BarsChart::value).sum();
    lines.add(
        new Figures.Line(messages.text("explore.chart.total"), "", List.of(written(sum)), true));
    List<String> heads = List.of(grouping.title(), Charts.measureName(measure, messages));
    return new Chart(title(), bars.drawing(), new Figures(heads, lines), List.of());
  }

  private String title() {
    return measure == null
        ? messages.text("explore.chart.title.rows", grouping.title())
        : messages.text("explore.chart.title.sum", measure.title(), grouping.title());
  }

  private List<Bar> bars(Page groups) {
    List<Bar> bars = new ArrayList<>();
    List<List<@Nullable Object>> all = groups.rows();
    int shown = all.size() <= MOST_BARS ? all.size() : MOST_BARS - 1;
    all.stream().limit(shown).forEach(group -> bars.add(bar(group)));
    if (shown < all.size()) {
      Stream<List<@Nullable Object>> others = all.stream().skip(shown);
      double rest = others.mapToDouble(BarsChart::value).sum();
      String name = messages.count("explore.chart.others", all.size() - shown);
      bars.add(new Bar(name, rest, written(rest), "", true));
    }
    return bars;
  }

  private Bar bar(List<@Nullable Object> group) {
    Object named = group.get(0);
    String name = named == null ? messages.text("explore.chart.empty") : text.of(grouping, named);
    String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    String condition =
        named == null
            ? RowAddress.encode(grouping.name() + "__isnull") + "="
            : RowAddress.pair(grouping.name() + "__exact", named.toString());
    return new Bar(cut, value(group), written(value(group)), path + "?" + condition, false);
  }

  private String written(double value) {
    return Charts.written(measure, value, text, messages);
  }

  /** Years, dates and numbers are read in their own order; words by what they weigh. */
  private boolean inItsOwnOrder() {
    return grouping.type() != ValueType.TEXT && grouping.type() != ValueType.BOOLEAN;
  }

  private static double value(List<@Nullable Object> group) {
    return group.get(1) instanceof Number number ? number.doubleValue() : 0;
  }
}
