package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Filter;
import fr.jalon.engine.query.Operator;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Rows;
import fr.jalon.engine.query.Sort;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.explore.ExplorerView.Block;
import fr.jalon.portal.explore.ExplorerView.Cell;
import fr.jalon.portal.explore.ExplorerView.Chip;
import fr.jalon.portal.explore.ExplorerView.Column;
import fr.jalon.portal.explore.ExplorerView.Field;
import fr.jalon.portal.explore.ExplorerView.Menu;
import fr.jalon.portal.explore.ExplorerView.Row;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Pager;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the table explorer of a version: everything it shows is in the address of the page. */
@Component
class ExplorerViews {
  static final int PAGE_SIZE = 50;

  /** Of all the cells of a page; beyond, each is cut shorter, for the page to stay light. */
  private static final int MOST_CHARACTERS = 150_000;

  /** Cells are not cut shorter than that. */
  private static final int SHORTEST_CUT = 60;

  private final VersionRows rows;

  ExplorerViews(VersionRows rows) {
    this.rows = rows;
  }

  /**
   * @param path of the page
   * @param exportPath where the same rows are as a file, null when they are not for all
   */
  ExplorerView of(
      Version version,
      String path,
      @Nullable String exportPath,
      Map<String, String[]> parameters,
      Messages messages)
      throws IOException {
    RowAddress.Lenient asked = RowAddress.lenient(version, parameters, PAGE_SIZE);
    RowQuery wanted = asked.query();
    TableState state = TableState.of(version, wanted.filters(), wanted.sorts(), parameters);
    Sought sought = Sought.of(parameters);
    RowQuery query = isAmong(sought, version, wanted) ? pageOf(sought.row()) : wanted;
    Rejected refused = asked.refused();
    List<ColumnDescription> columns = state.columns(version);
    if (columns.size() < version.columns().size()) {
      query = query.withColumns(columns.stream().map(ColumnDescription::name).toList());
    }
    fr.jalon.engine.query.Page page;
    try {
      page = rows.shown(version, query);
    } catch (Rejected badFilter) {
      refused = badFilter;
      query = RowQuery.page(0, PAGE_SIZE).withColumns(query.columns());
      state = state.withFilters(List.of()).withSorts(List.of());
      page = rows.shown(version, query);
    }
    Build build =
        new Build(version, path, query, state, columns, new ValueText(messages), messages);
    return new ExplorerView(
        path,
        build.caption(page),
        version.rows(),
        build.pager(page),
        columns.stream().map(build::column).toList(),
        build.rows(page, sought),
        query.filters().stream().map(build::chip).toList(),
        state.filtersShown(),
        state.withFields(!state.filtersShown()).href(path),
        state.withFilters(List.of()).href(path),
        exportPath == null ? null : withParameters(exportPath, query),
        build.hidden(),
        menu(build),
        build.aside(),
        state.withAside(Set.of()).href(path),
        build.block(),
        refused == null ? null : refused.sentence(messages));
  }

  /** Only among rows as they are in the file is the page of a row known. */
  private static boolean isAmong(Sought sought, Version version, RowQuery query) {
    boolean plain = query.filters().isEmpty() && query.sorts().isEmpty();
    return plain && sought.row() >= 1 && sought.row() <= version.rows();
  }

  private @Nullable Menu menu(Build build) throws IOException {
    String name = build.state().open();
    ColumnDescription column = name == null ? null : build.version().findColumn(name).orElse(null);
    if (column == null) {
      return null;
    }
    ColumnMenu menu = new ColumnMenu(build.version(), build.path(), build.state(), column, build);
    if (!ColumnMenu.hasValues(column)) {
      return menu.of(null, "");
    }
    try {
      return menu.of(
          rows.values(build.version(), column.name(), menu.otherFilters(), ColumnMenu.MOST_VALUES),
          "");
    } catch (Rejected tooMuch) {
      return menu.of(null, tooMuch.sentence(build.messages()));
    }
  }

  private static String withParameters(String path, RowQuery query) {
    String parameters = RowAddress.parameters(query.filters(), query.sorts());
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }

  private static RowQuery pageOf(long row) {
    return RowQuery.page((row - 1) / PAGE_SIZE * PAGE_SIZE, PAGE_SIZE);
  }

  /** One view in the making. */
  record Build(
      Version version,
      String path,
      RowQuery query,
      TableState state,
      List<ColumnDescription> columns,
      ValueText text,
      Messages messages) {

    String caption(fr.jalon.engine.query.Page page) {
      Pager pager = pager(page);
      String title = version.description().title();
      return page.total() == 0
          ? messages.text("explore.table.caption.none", title)
          : messages.text(
              "explore.table.caption", title, pager.first(), pager.last(), pager.total());
    }

    Pager pager(fr.jalon.engine.query.Page page) {
      String here = state.href(path);
      int number = (int) Math.min(Integer.MAX_VALUE, query.offset() / query.limit() + 1);
      return new Pager(
          page.total(), number, query.limit(), here + (here.contains("?") ? "&" : "?"));
    }

    Column column(ColumnDescription column) {
      Sort now = sortOf(column);
      String sort = now == null ? "none" : now.descending() ? "descending" : "ascending";
      return new Column(
          column.name(),
          column.title(),
          text.type(column),
          ValueText.isCounted(column),
          sort,
          state.withSorts(next(column, now)).href(path),
          state.withOpen(column.name()).href(path) + "#colonne",
          state.filtersShown() ? fields(column) : List.of());
    }

    @Nullable Sort sortOf(ColumnDescription column) {
      return query.sorts().stream()
          .filter(sort -> sort.column().equals(column.name()))
          .findFirst()
          .orElse(null);
    }

    private static List<Sort> next(ColumnDescription column, @Nullable Sort now) {
      if (now == null) {
        return List.of(new Sort(column.name(), false));
      }
      return now.descending() ? List.of() : List.of(new Sort(column.name(), true));
    }

    List<Row> rows(fr.jalon.engine.query.Page page, Sought sought) {
      Sought.Span meant = sought.columns(columns);
      int longest = longest(page);
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < page.rows().size(); i++) {
        long number = page.numbers().get(i) + 1;
        boolean here = sought.hasRow(number);
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
          Object value = page.rows().get(i).get(c);
          cells.add(cell(columns.get(c), value, longest, here && meant.has(c)));
        }
        rows.add(new Row(number, here && meant.last() < 0, cells));
      }
      return rows;
    }

    private Cell cell(
        ColumnDescription column, @Nullable Object value, int longest, boolean sought) {
      String written = text.of(column, value);
      String cut = written.length() > longest ? written.substring(0, longest) + "…" : written;
      return new Cell(cut, isAddress(written) ? written : "", sought);
    }

    /** Characters of a cell that the whole page bears. */
    private static int longest(fr.jalon.engine.query.Page page) {
      long texts = 0;
      long all = 0;
      for (List<@Nullable Object> row : page.rows()) {
        for (Object cell : row) {
          texts += cell instanceof String ? 1 : 0;
          all += cell instanceof String text ? text.length() : 0;
        }
      }
      return all <= MOST_CHARACTERS
          ? Rows.LONGEST_SHOWN
          : (int) Math.max(SHORTEST_CUT, MOST_CHARACTERS / texts);
    }

    /** The columns not seen; each link brings one back. */
    List<Chip> aside() {
      return state.aside().stream()
          .map(
              name -> {
                Set<String> others = new LinkedHashSet<>(state.aside());
                others.remove(name);
                return new Chip(name, state.withAside(others).href(path));
              })
          .toList();
    }

    @Nullable Block block() {
      int seen = state.seen(version).size();
      int blocks = TableState.blocks(seen);
      if (blocks < 2) {
        return null;
      }
      int now = state.block();
      return new Block(
          state.firstOfBlock(),
          state.lastOfBlock(version),
          seen,
          now > 1 ? state.withBlock(now - 1).href(path) : null,
          now < blocks ? state.withBlock(now + 1).href(path) : null);
    }

    Chip chip(Filter filter) {
      List<Filter> others = new ArrayList<>(query.filters());
      others.remove(filter);
      String value =
          filter.values().stream()
              .map(one -> written(filter, one))
              .collect(Collectors.joining(", "));
      return new Chip(
          messages.text("explore.chip." + filter.operator().word(), filter.column(), value),
          state.withFilters(others).href(path));
    }

    private String written(Filter filter, String value) {
      boolean yesOrNo =
          version
              .findColumn(filter.column())
              .filter(column -> column.type() == ValueType.BOOLEAN)
              .isPresent();
      if (!yesOrNo) {
        return value;
      }
      return messages.text(value.equals("true") ? "explore.table.yes" : "explore.table.no");
    }

    /** What the form of the fields must keep: all but what they ask. */
    List<Fact> hidden() {
      return hidden(state.filtersShown() ? columns : List.of(), state);
    }

    /**
     * What a form must keep: the order, and filters that no field of it shows.
     *
     * @param shown the columns it has fields of
     */
    List<Fact> hidden(List<ColumnDescription> shown, TableState kept) {
      List<Fact> hidden = new ArrayList<>(kept.kept());
      query
          .sorts()
          .forEach(
              sort ->
                  hidden.add(
                      Fact.of(sort.column() + "__sort", sort.descending() ? "desc" : "asc")));
      List<String> fields =
          shown.stream().flatMap(column -> fields(column).stream()).map(Field::name).toList();
      query.filters().stream()
          .filter(filter -> !fields.contains(RowAddress.name(filter)))
          .forEach(
              filter ->
                  hidden.add(Fact.of(RowAddress.name(filter), String.join(",", filter.values()))));
      return hidden;
    }

    List<Field> fields(ColumnDescription column) {
      return switch (column.type()) {
        case INTEGER, DECIMAL ->
            List.of(
                field(column, Operator.GREATER, "from", "text", true),
                field(column, Operator.LESS, "to", "text", true));
        case DATE, DATETIME ->
            List.of(
                field(column, Operator.GREATER, "from", "date", false),
                field(column, Operator.LESS, "to", "date", false));
        case BOOLEAN -> List.of(yesOrNo(column));
        case TEXT -> List.of(field(column, Operator.CONTAINS, "contains", "search", false));
      };
    }

    private Field field(
        ColumnDescription column, Operator operator, String words, String type, boolean numeric) {
      return new Field(
          column.name() + "__" + operator.word(),
          value(column, operator),
          messages.text("explore.table.filter." + words, column.title()),
          messages.text("explore.table.filter.hint." + words),
          type,
          numeric,
          List.of());
    }

    private Field yesOrNo(ColumnDescription column) {
      String value = value(column, Operator.EXACT);
      return new Field(
          column.name() + "__" + Operator.EXACT.word(),
          value,
          messages.text("explore.table.filter.exact", column.title()),
          "",
          "list",
          false,
          List.of(
              new Option("", messages.text("explore.table.any"), value.isEmpty()),
              new Option("true", messages.text("explore.table.yes"), value.equals("true")),
              new Option("false", messages.text("explore.table.no"), value.equals("false"))));
    }

    private String value(ColumnDescription column, Operator operator) {
      return query.filters().stream()
          .filter(one -> one.column().equals(column.name()) && one.operator() == operator)
          .map(one -> String.join(",", one.values()))
          .findFirst()
          .orElse("");
    }

    /** Only whole web addresses become links: nothing that could run. */
    private static boolean isAddress(String value) {
      if (!value.startsWith("http://") && !value.startsWith("https://")) {
        return false;
      }
      try {
        return new URI(value).getHost() != null;
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }
}
