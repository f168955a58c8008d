package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page "Il reste 3 choses à régler".
 *
 * @param cards repairs proposed, certain ones first
 * @param certain how many of them can lose nothing
 * @param problems what no repair takes care of
 * @param done repairs accepted, in order
 * @param table the first rows, faulty cells marked
 */
public record RepairsView(
    List<Card> cards, long certain, List<Problem> problems, List<Card> done, DataTable table) {
  public RepairsView {
    cards = List.copyOf(cards);
    problems = List.copyOf(problems);
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
   * Something no repair takes care of.
   *
   * @param severity "error", "warning" or "advice"
   * @param cells to be edited one by one, empty when nothing can be
   * @param column the letters and the name of the column, "" for the whole file
   */
  public record Problem(
      String severity,
      boolean blocking,
      String sentence,
      String help,
      String column,
      String letters,
      String columnName,
      long count,
      List<Cell> cells) {
    public Problem {
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
