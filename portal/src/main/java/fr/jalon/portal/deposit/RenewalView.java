package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an update would change in what is published.
 *
 * @param sentence "12 lignes ajoutées, 3 modifiées, 1 disparue"
 * @param matched how rows were told apart, in words
 * @param columns what becomes of the columns, in sentences
 * @param facts what is told before and after: rows, size, period
 * @param added the first rows added, null when there are none
 * @param gone the first rows gone, null when there are none
 * @param changed the first cells changed
 * @param alarms what must be agreed to, in sentences
 * @param agreement what stands for these alarms in the form, "" for none
 * @param agreed whether someone agreed to them already
 * @param ways what the file may do to the published rows
 * @param keys the columns that tell rows apart, in words, by their rank
 * @param key the rank of the key in use, -1 for whole rows
 * @param refused why the rows could not be updated as asked, "" when they could
 */
public record RenewalView(
    String sentence,
    String matched,
    List<String> columns,
    List<Before> facts,
    @Nullable DataTable added,
    @Nullable DataTable gone,
    List<Changed> changed,
    List<String> alarms,
    String agreement,
    boolean agreed,
    List<Way> ways,
    List<String> keys,
    int key,
    String refused) {
  public RenewalView {
    columns = List.copyOf(columns);
    facts = List.copyOf(facts);
    changed = List.copyOf(changed);
    alarms = List.copyOf(alarms);
    ways = List.copyOf(ways);
    keys = List.copyOf(keys);
  }

  /** A fact before and after. */
  public record Before(String name, String before, String after) {}

  /**
   * A cell that changes.
   *
   * @param row which row, by its key
   */
  public record Changed(String row, String column, String before, String after) {}

  /**
   * @param code "replace", "append" or "by-key"
   * @param result what it would give on these very rows, "" when it is not known before it is tried
   * @param possible false when no column tells the rows apart
   */
  public record Way(
      String code, String name, String help, String result, boolean chosen, boolean possible) {}
}
