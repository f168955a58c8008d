package fr.jalon.portal.inspection;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a file that somebody tried.
 *
 * @param name of the file
 * @param refusal why it cannot be read, "" when it was
 * @param lines how it was read, in words
 * @param schema the national model it looks like, "" for none
 * @param people what speaks of people, in words
 * @param mends what could be put right
 * @param problems what only its owner can settle
 * @param advice what could be better and hinders nothing
 * @param table its first rows; null when it cannot be read
 */
public record TryView(
    String name,
    String refusal,
    List<Line> lines,
    String schema,
    List<String> people,
    List<Mend> mends,
    List<Problem> problems,
    List<String> advice,
    @Nullable DataTable table) {
  public TryView {
    lines = List.copyOf(lines);
    people = List.copyOf(people);
    mends = List.copyOf(mends);
    problems = List.copyOf(problems);
    advice = List.copyOf(advice);
  }

  static TryView refused(String name, String why) {
    return new TryView(name, why, List.of(), "", List.of(), List.of(), List.of(), List.of(), null);
  }

  /**
   * @param mark "done" for what proves right, "warning" for what needs a look, "" else
   */
  public record Line(String sentence, String mark) {}

  /**
   * @param certain whether it can lose nothing
   * @param changes the first cells or rows, before and after
   */
  public record Mend(String sentence, boolean certain, List<Change> changes) {
    public Mend {
      changes = List.copyOf(changes);
    }
  }

  /** One cell or row; {@code after} is null when a row is set aside. */
  public record Change(String address, String before, @Nullable String after) {}

  /**
   * @param blocking whether it would stop a publication
   * @param cells the first cells, with what they hold
   */
  public record Problem(String sentence, String help, boolean blocking, List<Change> cells) {
    public Problem {
      cells = List.copyOf(cells);
    }
  }
}
