package fr.jalon.engine.rule.mend;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.engine.table.InOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mend with what people are told of it: proposed, then accepted, kept in the recipe of a dataset
 * and replayed on the next file.
 *
 * @param id the same for the same proposal on the same file ("date-form:dateConvention")
 * @param rule code of what it mends ("repair" in JSON); its sentence is {@code mend.<code>} in the
 *     message files
 * @param column the column it works on, by name; null when it works on several or on the whole
 *     table
 * @param letters of that column in the file, null when it has none
 * @param parameters values for its sentence
 * @param count cells, columns or rows it would change, exact
 * @param samples the first changes, at most 20
 * @param certain true when no information can be lost or guessed wrong: may be accepted with all
 *     the others in one click
 */
public record Proposal(
    String id,
    @JsonProperty("repair") String rule,
    @Nullable String column,
    @Nullable String letters,
    Map<String, String> parameters,
    long count,
    List<Change> samples,
    boolean certain,
    Mend mend) {
  public Proposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(mend, "mend");
    parameters = InOrder.copyOf(parameters);
    samples = List.copyOf(samples);
  }

  /** Reads a proposal, also one stored before mends were data of their own. */
  @JsonCreator
  static Proposal read(
      @JsonProperty("id") String id,
      @JsonProperty("repair") String rule,
      @JsonProperty("column") @Nullable String column,
      @JsonProperty("letters") @Nullable String letters,
      @JsonProperty("parameters") @Nullable Map<String, String> parameters,
      @JsonProperty("count") long count,
      @JsonProperty("samples") @Nullable List<Change> samples,
      @JsonProperty("certain") boolean certain,
      @JsonProperty("mend") @Nullable Mend mend) {
    Map<String, String> words = parameters == null ? Map.of() : parameters;
    List<Change> changes = samples == null ? List.of() : samples;
    if (mend != null) {
      return new Proposal(id, rule, column, letters, words, count, changes, certain, mend);
    }
    return new FormerStep(id, rule, column, letters, words, count, changes, certain).proposal();
  }

  /** The ids that the same proposal bore when repairs had codes of their own. */
  public List<String> formerIds() {
    return FormerStep.RULES.entrySet().stream()
        .filter(code -> code.getValue().equals(rule) && id.startsWith(rule))
        .map(code -> code.getKey() + id.substring(rule.length()))
        .sorted()
        .toList();
  }

  /** The same proposal, its sentence told in other words. */
  public Proposal saying(Map<String, String> words) {
    return new Proposal(id, rule, column, letters, words, count, samples, certain, mend);
  }

  /** The same proposal, doing something else: less of it, on some rows. */
  public Proposal doing(Mend other) {
    return with(column, other);
  }

  /** What was chosen for a column that speaks of people, null for any other mend. */
  public @Nullable Choice choice() {
    return mend instanceof Protect protect ? protect.choice() : null;
  }

  /** The same proposal on a column that bears another name. */
  Proposal with(@Nullable String name, Mend other) {
    return new Proposal(id, rule, name, letters, parameters, count, samples, certain, other);
  }

  /** One cell, title or row, before and after; {@code after} is null when a row is set aside. */
  public record Change(String address, String before, @Nullable String after) {
    public Change {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(before, "before");
    }
  }
}
