package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person's own table beside the cards: what is at fault, what was put right, and the rows
 * around.
 *
 * @param part which of the rows and columns are shown, in words
 * @param other address of the other way to show it, null when there is but one
 * @param whole true when every row and column is shown
 */
public record MendTable(
    String caption,
    String part,
    @Nullable String other,
    boolean whole,
    List<Column> columns,
    List<Line> lines,
    Pager pager) {
  public MendTable {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * @param letters as a spreadsheet shows them, "" for none
   * @param former its name in the file when a correction gives it another, null else
   * @param change what a correction makes of the column, in words, "" for nothing
   */
  public record Column(
      String letters,
      String name,
      @Nullable String former,
      String type,
      boolean numeric,
      String change) {
    /** Where links to the title of a column of these letters point. */
    public static String id(String letters) {
      return "colonne-" + letters;
    }
  }

  /**
   * @param aside what a correction makes of the row, in words, "" for nothing
   * @param mark what concerns the whole row, null for nothing
   * @param apart true when rows before it are not shown
   */
  public record Line(
      long number, String aside, @Nullable Mark mark, boolean apart, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }

    public String id() {
      return "ligne-" + number;
    }

    /** The mark in the margin: "faulty", "mild" when there is a remedy for all, "" for none. */
    public String margin() {
      List<Mark> all =
          cells.stream().map(Cell::mark).filter(one -> one != null && !one.settled()).toList();
      boolean none = all.isEmpty() && (mark == null || mark.settled());
      boolean mild = all.stream().allMatch(Mark::mild) && (mark == null || mark.mild());
      return none ? "" : mild ? "faulty mild" : "faulty";
    }
  }

  /**
   * @param id where links to it point ("B12"), "" when it has no address
   * @param after what a correction accepted writes there, null when none does
   */
  public record Cell(String id, String text, @Nullable String after, @Nullable Mark mark) {
    /** Letters beyond which the rest is shown when one asks for it. */
    private static final int LONG = 60;

    public boolean isLong() {
      return text.length() > LONG;
    }
  }

  /**
   * Why a cell or a row is marked.
   *
   * @param card id of what says more in the page
   * @param mild true when a remedy is at hand
   * @param settled true when a correction was accepted
   */
  public record Mark(String reason, String card, boolean mild, boolean settled) {}
}
