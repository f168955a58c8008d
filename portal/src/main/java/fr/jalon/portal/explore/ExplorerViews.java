package fr.jalon.portal.explore;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.query.Filter;
import fr.jalon.engine.query.Operator;
import fr.jalon.engine.query.RowQuery;
import fr.jalon.engine.query.Sort;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.VersionRows;
import fr.jalon.portal.explore.ExplorerView.Cell;
import fr.jalon.portal.explore.ExplorerView.Chip;
import fr.jalon.portal.explore.ExplorerView.Column;
import fr.jalon.portal.explore.ExplorerView.Field;
import fr.jalon.portal.explore.ExplorerView.Row;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Pager;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the table explorer of a version: everything it shows is in the address of the page. */
@Component
class ExplorerViews {
  static final int PAGE_SIZE = 50;

  /** Cells of a page, beyond which neither we nor browsers are at ease. */
  private static final int MOST_CELLS = 50_000;

  private static final int FEWEST_ROWS = 5;

  private static final String FILTERS_SHOWN = "filtres";
  private static final String SOUGHT = "ligne";

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
    int size = pageSize(version);
    RowAddress.Lenient asked = RowAddress.lenient(version, parameters, size);
    long sought = sought(version, asked.query(), parameters);
    RowQuery query = sought == 0 ? asked.query() : pageOf(sought, size);
    Rejected refused = asked.refused();
    fr.jalon.engine.query.Page page;
    try {
      page = rows.shown(version, query);
    } catch (Rejected badFilter) {
      refused = badFilter;
      query = RowQuery.page(0, size);
      page = rows.shown(version, query);
    }
    Build build =
        new Build(
            version, path, query, shown(parameters, query), new ValueText(messages), messages);
    return new ExplorerView(
        path,
        build.caption(page),
        version.rows(),
        build.pager(page),
        version.columns().stream().map(build::column).toList(),
        build.rows(page, sought),
        query.filters().stream().map(build::chip).toList(),
        build.filtersShown,
        build.href(query.filters(), query.sorts(), !build.filtersShown),
        build.href(List.of(), query.sorts(), build.filtersShown),
        exportPath == null ? null : withParameters(exportPath, query),
        build.hidden(),
        refused == null ? null : refused.sentence(messages));
  }

  private static String withParameters(String path, RowQuery query) {
    String parameters = RowAddress.parameters(query.filters(), query.sorts());
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }

  private static boolean shown(Map<String, String[]> parameters, RowQuery query) {
    return parameters.containsKey(FILTERS_SHOWN);
  }

  /** The 1-based row the address points at, 0 for none; only among rows as they are in the file. */
  private static long sought(Version version, RowQuery query, Map<String, String[]> parameters) {
    String[] values = parameters.getOrDefault(SOUGHT, new String[0]);
    boolean plain = query.filters().isEmpty() && query.sorts().isEmpty();
    if (!plain || values.length == 0 || !values[0].matches("[0-9]{1,12}")) {
      return 0;
    }
    long number = Long.parseLong(values[0]);
    return number <= version.rows() ? number : 0;
  }

  private static RowQuery pageOf(long row, int size) {
    return RowQuery.page((row - 1) / size * size, size);
  }

  /** Fewer rows when each has thousands of cells. */
  private static int pageSize(Version version) {
    int fit = MOST_CELLS / Math.max(1, version.columns().size());
    return Math.max(FEWEST_ROWS, Math.min(PAGE_SIZE, fit));
  }

  /** One view in the making. */
  private record Build(
      Version version,
      String path,
      RowQuery query,
      boolean filtersShown,
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
      String here = href(query.filters(), query.sorts(), filtersShown);
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
          href(query.filters(), next(column, now), filtersShown),
          filtersShown ? fields(column) : List.of());
    }

    private @Nullable Sort sortOf(ColumnDescription column) {
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

    List<Row> rows(fr.jalon.engine.query.Page page, long sought) {
      List<Row> rows = new ArrayList<>();
      for (int i = 0; i < page.rows().size(); i++) {
        long number = page.numbers().get(i) + 1;
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < version.columns().size(); c++) {
          cells.add(cell(version.columns().get(c), page.rows().get(i).get(c)));
        }
        rows.add(new Row(number, number == sought, cells));
      }
      return rows;
    }

    private Cell cell(ColumnDescription column, @Nullable Object value) {
      String written = text.of(column, value);
      return new Cell(written, isAddress(written) ? written : "");
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
          href(others, query.sorts(), filtersShown));
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

    /** What the form must keep: the order, and filters that no field shows. */
    List<Fact> hidden() {
      List<Fact> hidden = new ArrayList<>();
      hidden.add(Fact.of(FILTERS_SHOWN, "oui"));
      query
          .sorts()
          .forEach(
              sort ->
                  hidden.add(
                      Fact.of(sort.column() + "__sort", sort.descending() ? "desc" : "asc")));
      List<String> fields =
          version.columns().stream()
              .flatMap(column -> fields(column).stream())
              .map(Field::name)
              .toList();
      query.filters().stream()
          .filter(filter -> !fields.contains(RowAddress.name(filter)))
          .forEach(
              filter ->
                  hidden.add(Fact.of(RowAddress.name(filter), String.join(",", filter.values()))));
      return hidden;
    }

    private List<Field> fields(ColumnDescription column) {
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

    String href(List<Filter> filters, List<Sort> sorts, boolean withFields) {
      String parameters = RowAddress.parameters(filters, sorts);
      String fields = withFields ? FILTERS_SHOWN + "=oui" : "";
      String all =
          List.of(parameters, fields).stream()
              .filter(one -> !one.isEmpty())
              .collect(Collectors.joining("&"));
      return all.isEmpty() ? path : path + "?" + all;
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
