package fr.jalon.engine.repair;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One application of a repair, proposed then accepted: data, kept in the recipe of a dataset and
 * replayed on the next file.
 *
 * @param id stable for the same proposal on the same file ("write-dates:dateConvention")
 * @param repair code of the repair; its sentence is {@code repair.<code>} in the message files
 * @param column the column it needs, by name; null when it works on rows or on the whole table
 * @param letters of that column in the file, null when it has none
 * @param parameters what it needs to be replayed, and the values of its sentence
 * @param count cells or rows it would change, exact
 * @param samples the first changes, at most 20
 * @param certain true when no information can be lost or guessed wrong: may be accepted with all
 *     the others in one click
 */
public record RepairStep(
    String id,
    String repair,
    @Nullable String column,
    @Nullable String letters,
    Map<String, String> parameters,
    long count,
    List<Change> samples,
    boolean certain) {
  public RepairStep {
    parameters = Map.copyOf(parameters);
    samples = List.copyOf(samples);
  }

  /** The same step on a column that bears another name. */
  RepairStep inColumn(String name) {
    return new RepairStep(id, repair, name, letters, parameters, count, samples, certain);
  }

  /** One cell or row, before and after; {@code after} is null when a row is set aside. */
  public record Change(String address, String before, @Nullable String after) {}
}
