package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.ColumnValues;
import fr.jalon.engine.query.ColumnValues.ValueCount;
import fr.jalon.engine.query.Filter;
import fr.jalon.engine.query.Operator;
import fr.jalon.engine.query.Sort;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.explore.ExplorerView.Choice;
import fr.jalon.portal.explore.ExplorerView.Menu;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The menu of one column: its order, its values with how many rows bear each, out of sight. */
record ColumnMenu(
    Version version,
    String path,
    TableState state,
    ColumnDescription column,
    ExplorerViews.Build build) {
  /** Values shown: what is rarer is found by writing a part of it. */
  static final int MOST_VALUES = 24;

  /** Characters of a value in the menu; one longer than what an address bears has no link. */
  private static final int LONGEST_SHOWN = 80;

  private static final int LONGEST_ASKED = 300;

  /** Times are seldom the same twice, and places never. */
  static boolean hasValues(ColumnDescription column) {
    return column.type() != ValueType.DATETIME && column.role() == null;
  }

  /** The filters of the other columns. */
  List<Filter> otherFilters() {
    return state.filters().stream()
        .filter(filter -> !filter.column().equals(column.name()))
        .toList();
  }

  /**
   * @param found its values, null when there is none to show
   * @param why there is none
   */
  Menu of(@Nullable ColumnValues found, String why) {
    Messages messages = build.messages();
    boolean several = state.seen(version).size() > 1;
    Set<String> aside = new LinkedHashSet<>(state.aside());
    aside.add(column.name());
    return new Menu(
        column.name(),
        column.title().equals(column.name()) ? "" : column.title(),
        build.text().type(column),
        List.of(sort(false, messages), sort(true, messages)),
        several ? state.withAside(aside).href(path) : null,
        state.withOpen(null).href(path),
        found == null ? List.of() : choices(found, messages),
        found == null ? why : said(found, messages),
        build.fields(column),
        build.hidden(List.of(column), state.withFields(false)));
  }

  private Choice sort(boolean descending, Messages messages) {
    Sort now = build.sortOf(column);
    boolean chosen = now != null && now.descending() == descending;
    List<Sort> sorts = chosen ? List.of() : List.of(new Sort(column.name(), descending));
    String order =
        switch (column.type()) {
          case INTEGER, DECIMAL -> "number";
          case DATE, DATETIME -> "date";
          case TEXT, BOOLEAN -> "text";
        };
    return new Choice(
        messages.text("explore.menu.sort." + order + (descending ? ".down" : ".up")),
        "",
        state.withSorts(sorts).href(path),
        chosen);
  }

  private static String said(ColumnValues found, Messages messages) {
    return found.distinct() > found.top().size()
        ? messages.text("explore.menu.values.some", found.top().size(), found.distinct())
        : messages.count("explore.columns.range.distinct", found.distinct());
  }

  private List<Choice> choices(ColumnValues found, Messages messages) {
    List<Choice> choices = new ArrayList<>();
    List<String> now = chosen();
    for (ValueCount value : found.top()) {
      String shown = shown(value.value(), messages);
      choices.add(
          new Choice(
              shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown,
              messages.number(value.count()),
              isAskable(value.value()) ? href(toggled(now, value.value())) : null,
              now.contains(value.value())));
    }
    if (found.empty() > 0) {
      Filter empty = new Filter(column.name(), Operator.ISNULL, List.of());
      boolean chosen = state.filters().contains(empty);
      choices.add(
          new Choice(
              messages.text("explore.chart.empty"),
              messages.number(found.empty()),
              href(chosen ? List.of() : List.of(empty)),
              chosen));
    }
    return choices;
  }

  private String shown(String value, Messages messages) {
    return column.type() == ValueType.BOOLEAN
        ? messages.text(value.equals("true") ? "explore.table.yes" : "explore.table.no")
        : build.text().bound(column, value);
  }

  /** The values the column is filtered by, as text. */
  private List<String> chosen() {
    return state.filters().stream()
        .filter(filter -> filter.column().equals(column.name()))
        .filter(filter -> filter.operator() == Operator.EXACT || filter.operator() == Operator.IN)
        .flatMap(filter -> filter.values().stream())
        .toList();
  }

  /**
   * One value more, or less; a list is written with commas, so that a value with one stays alone.
   */
  private List<Filter> toggled(List<String> now, String value) {
    List<String> others = now.stream().filter(one -> !one.equals(value)).toList();
    List<String> all =
        now.contains(value) ? others : Stream.concat(others.stream(), Stream.of(value)).toList();
    if (all.isEmpty()) {
      return List.of();
    }
    boolean listed = all.stream().noneMatch(one -> one.contains(","));
    if (all.size() > 1 && listed) {
      return List.of(new Filter(column.name(), Operator.IN, all));
    }
    return List.of(Filter.of(column.name(), Operator.EXACT, all.get(all.size() - 1)));
  }

  private String href(List<Filter> mine) {
    List<Filter> all = new ArrayList<>(otherFilters());
    all.addAll(mine);
    return state.withFilters(all).href(path);
  }

  private static boolean isAskable(String value) {
    return !value.isBlank() && value.equals(value.strip()) && value.length() <= LONGEST_ASKED;
  }
}
