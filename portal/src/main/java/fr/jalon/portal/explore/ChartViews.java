package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Measure;
import fr.jalon.engine.query.Measure.Function;
import fr.jalon.engine.query.Page;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Sort;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.explore.Bars.Bar;
import fr.jalon.portal.web.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws one honest chart of a version: rows counted, or an amount added up, by one column. */
@Component
class ChartViews {
  /** More bars are no longer read, they are gathered under "others". */
  private static final int MOST_BARS = 15;

  /** Asked of the rows; what lies beyond does not exist, for columns with more are not offered. */
  private static final int MOST_GROUPS = 200;

  private static final String ROWS = "lignes";
  private static final int LONGEST_NAME = 60;

  private final VersionRows rows;

  ChartViews(VersionRows rows) {
    this.rows = rows;
  }

  /**
   * @param path of the page
   */
  ChartView of(Version version, String path, Map<String, String[]> parameters, Messages messages)
      throws IOException {
    List<ColumnDescription> groupings = ChartChoice.groupings(version);
    Optional<ColumnDescription> by = ChartChoice.chosen(groupings, first(parameters, "par"));
    if (by.isEmpty()) {
      return new ChartView(path, List.of(), List.of(), "", "", null, "");
    }
    ColumnDescription grouping = by.get();
    List<ColumnDescription> measures = ChartChoice.measures(version);
    ColumnDescription measure = measure(version, measures, first(parameters, "mesure"));
    String measureName =
        measure == null
            ? messages.text("explore.chart.rows")
            : messages.text("explore.chart.sum", measure.title());
    Drawing drawing = new Drawing(path, grouping, measure, new ValueText(messages), messages);
    Page groups = rows.page(version, drawing.query());
    return new ChartView(
        path,
        groupings.stream()
            .map(one -> new Option(one.name(), one.title(), one.equals(grouping)))
            .toList(),
        measureOptions(measures, measure, messages),
        grouping.title(),
        measureName,
        new Bars(drawing.title(), drawing.bars(groups)),
        drawing.written(drawing.sum(groups)));
  }

  private static List<Option> measureOptions(
      List<ColumnDescription> measures, @Nullable ColumnDescription chosen, Messages messages) {
    return Stream.concat(
            Stream.of(new Option(ROWS, messages.text("explore.chart.rows"), chosen == null)),
            measures.stream()
                .map(
                    one ->
                        new Option(
                            one.name(),
                            messages.text("explore.chart.sum", one.title()),
                            one.equals(chosen))))
        .toList();
  }

  private static @Nullable ColumnDescription measure(
      Version version, List<ColumnDescription> measures, @Nullable String asked) {
    if (ROWS.equals(asked)) {
      return null;
    }
    return measures.stream()
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .or(() -> ChartChoice.firstMeasure(version))
        .orElse(null);
  }

  private static @Nullable String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  /** One chart in the making. */
  private record Drawing(
      String path,
      ColumnDescription grouping,
      @Nullable ColumnDescription measure,
      ValueText text,
      Messages messages) {

    RowQuery query() {
      Measure figure =
          measure == null
              ? new Measure(grouping.name(), Function.COUNT)
              : new Measure(measure.name(), Function.SUM);
      Sort order =
          inItsOwnOrder() ? new Sort(grouping.name(), false) : new Sort(figure.name(), true);
      return RowQuery.page(0, MOST_GROUPS)
          .withGroups(List.of(grouping.name()), List.of(figure))
          .withSorts(List.of(order));
    }

    String title() {
      return measure == null
          ? messages.text("explore.chart.title.rows", grouping.title())
          : messages.text("explore.chart.title.sum", measure.title(), grouping.title());
    }

    List<Bar> bars(Page groups) {
      List<Bar> bars = new ArrayList<>();
      List<List<@Nullable Object>> all = groups.rows();
      int shown = all.size() <= MOST_BARS ? all.size() : MOST_BARS - 1;
      all.stream().limit(shown).forEach(group -> bars.add(bar(group)));
      if (shown < all.size()) {
        double rest = all.stream().skip(shown).mapToDouble(Drawing::value).sum();
        String name = messages.count("explore.chart.others", all.size() - shown);
        bars.add(new Bar(name, rest, written(rest), "", true));
      }
      return bars;
    }

    double sum(Page groups) {
      return groups.rows().stream().mapToDouble(Drawing::value).sum();
    }

    String written(double value) {
      return messages.decimal(value, 2);
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

    /** Years, dates and numbers are read in their own order; words by what they weigh. */
    private boolean inItsOwnOrder() {
      return grouping.type() != ValueType.TEXT && grouping.type() != ValueType.BOOLEAN;
    }

    private static double value(List<@Nullable Object> group) {
      return group.get(1) instanceof Number number ? number.doubleValue() : 0;
    }
  }
}
