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
    @Nullable String unreadable) {
  public ExplorerView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    chips = List.copyOf(chips);
    hidden = List.copyOf(hidden);
  }

  /**
   * @param title in words, of which the name is short
   * @param type in words
   * @param sort "ascending", "descending" or "none"
   * @param sortHref the next order: ascending, descending, none
   */
  public record Column(
      String name,
      String title,
      String type,
      boolean numeric,
      String sort,
      String sortHref,
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
   * @param sought true for the row the address points at
   */
  public record Row(long number, boolean sought, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param href an address the value is, "" for any other value
   */
  public record Cell(String text, String href) {
    private static final int LONG = 60;

    public boolean isLong() {
      return text.length() > LONG;
    }
  }

  /** A filter in force; the link takes it away. */
  public record Chip(String text, String href) {}
}
