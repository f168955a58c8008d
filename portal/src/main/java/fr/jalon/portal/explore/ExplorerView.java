package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows, and how to ask others.
 *
 * @param path of the page, without parameters
 * @param caption of the table
 * @param all rows there are without filter
 * @param filtersHref shows the fields that filter, or hides them
 * @param clearHref the same order without a filter
 * @param exportHref these very rows as a file, null in the sandbox
 * @param hidden what the form of the filters keeps
 * @param menu of the column one asked about, null when none
 * @param aside columns one chose not to see; each leads to the table with it
 * @param wholeHref the table with all of them
 * @param block which columns are seen of a wide table, null when all are
 * @param unreadable what was asked and not understood, in words
 */
public record ExplorerView(
    String path,
    String caption,
    long all,
    Pager pager,
    List<Column> columns,
    List<Row> rows,
    List<Chip> chips,
    boolean filtersShown,
    String filtersHref,
    String clearHref,
    @Nullable String exportHref,
    List<Fact> hidden,
    @Nullable Menu menu,
    List<Chip> aside,
    String wholeHref,
    @Nullable Block block,
    @Nullable String unreadable) {
  public ExplorerView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    chips = List.copyOf(chips);
    hidden = List.copyOf(hidden);
    aside = List.copyOf(aside);
  }

  /**
   * A part of the columns of a wide table, after its first, which is always there.
   *
   * @param first its place among all those seen, from 1
   */
  public record Block(
      int first, int last, int of, @Nullable String previous, @Nullable String next) {}

  /**
   * What one may do with a column.
   *
   * @param values its most frequent ones, among the rows the other filters leave
   * @param said how many there are in all, or why none is shown
   */
  public record Menu(
      String name,
      String title,
      String type,
      List<Choice> sorts,
      @Nullable String hideHref,
      String closeHref,
      List<Choice> values,
      String said,
      List<Field> fields,
      List<Fact> hidden) {
    public Menu {
      sorts = List.copyOf(sorts);
      values = List.copyOf(values);
      fields = List.copyOf(fields);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * A link that chooses something, or undoes that choice.
   *
   * @param count rows it is about, "" where nothing is counted
   * @param href null for what no address can ask
   */
  public record Choice(String text, String count, @Nullable String href, boolean chosen) {}

  /**
   * @param title in words, of which the name is short
   * @param type in words
   * @param sort "ascending", "descending" or "none"
   * @param sortHref the next order: ascending, descending, none
   * @param menuHref the page with its menu
   */
  public record Column(
      String name,
      String title,
      String type,
      boolean numeric,
      String sort,
      String sortHref,
      String menuHref,
      List<Field> filters) {
    public Column {
      filters = List.copyOf(filters);
    }
  }

  /**
   * A field that filters a column.
   *
   * @param type of the input
   * @param options of a list, none for an input
   */
  public record Field(
      String name,
      String value,
      String label,
      String hint,
      String type,
      boolean numeric,
      List<Option> options) {
    public Field {
      options = List.copyOf(options);
    }
  }

  /**
   * @param number of the row in the published file, 1-based
   * @param sought true for the row the address points at, whole
   */
  public record Row(long number, boolean sought, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param href an address the value is, "" for any other value
   * @param sought true for a cell the address points at
   */
  public record Cell(String text, String href, boolean sought) {
    private static final int LONG = 60;

    public boolean isLong() {
      return text.length() > LONG;
    }
  }

  /** A filter in force; the link takes it away. */
  public record Chip(String text, String href) {}
}
