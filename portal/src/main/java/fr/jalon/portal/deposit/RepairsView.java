package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page "Il reste 3 choses à régler".
 *
 * @param cards repairs proposed, certain ones first
 * @param certain how many of them can lose nothing
 * @param problems what no repair takes care of, one for each cause
 * @param advice what could be better and hinders nothing
 * @param done repairs accepted, in order
 * @param table the first rows, faulty cells marked
 */
public record RepairsView(
    List<Card> cards,
    long certain,
    List<Problem> problems,
    List<String> advice,
    List<Card> done,
    DataTable table) {
  public RepairsView {
    cards = List.copyOf(cards);
    problems = List.copyOf(problems);
    advice = List.copyOf(advice);
    done = List.copyOf(done);
  }

  /** How many things there are to decide. */
  public int left() {
    return cards.size() + problems.size();
  }

  /** Problems that stop a publication. */
  public long blocking() {
    return problems.stream().filter(Problem::blocking).count();
  }

  /**
   * One repair.
   *
   * @param sentence what was seen and what it would do, with the count
   * @param button what the button does, in words
   */
  public record Card(
      String id,
      String sentence,
      String button,
      boolean certain,
      long count,
      List<Change> changes,
      String column) {
    public Card {
      changes = List.copyOf(changes);
    }

    /** The first ones, shown at once. */
    public List<Change> first() {
      return changes.subList(0, Math.min(3, changes.size()));
    }

    /** The others kept as samples, shown when asked. */
    public List<Change> rest() {
      return changes.subList(Math.min(3, changes.size()), changes.size());
    }
  }

  /** One cell or row, before and after; {@code after} is null when a row is set aside. */
  public record Change(String address, String before, @Nullable String after) {}

  /**
   * One cause no repair takes care of, and each place where it is.
   *
   * @param severity "error" or "warning"
   */
  public record Problem(String severity, boolean blocking, String help, List<Item> items) {
    public Problem {
      items = List.copyOf(items);
    }
  }

  /**
   * One place of a problem.
   *
   * @param id unique in the page
   * @param column its letters and name in words, "" for the whole file
   * @param cells to be edited one by one, empty when nothing can be
   */
  public record Item(
      String id,
      String sentence,
      String column,
      String letters,
      String columnName,
      List<Cell> cells) {
    public Item {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell at fault.
   *
   * @param written what the person already wrote there, null when nothing
   */
  public record Cell(String address, String value, @Nullable String written) {
    public String shown() {
      return written == null ? value : written;
    }
  }
}
