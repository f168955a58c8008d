package fr.jalon.engine.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.jalon.engine.table.InOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong at one place, with the mend that puts it right where there is one: a rule's
 * answer ("finding" in JSON).
 *
 * @param code the rule's stable code; its sentence is {@code finding.<code>} in the message files,
 *     its page {@code <code>.md}
 * @param column name of the column concerned, null when the whole file is
 * @param letters of that column in the file ("C"), null when it has none
 * @param count how many cells, rows or columns, exact
 * @param samples the first ones, at most {@value #MAX_SAMPLES}
 * @param parameters values for the sentence
 * @param totals the figures of a row of totals beside the sums of its columns; empty for others
 * @param mend id of the proposal that mends it, null when there is none
 * @param mended how many of {@code count} that proposal puts right: the others are left as they are
 * @param remaining the first of those left as they are, at most {@value #MAX_SAMPLES}; empty when
 *     nothing mends it, for then the samples are
 */
public record Cause(
    String code,
    Severity severity,
    @Nullable String column,
    @Nullable String letters,
    long count,
    List<Sample> samples,
    Map<String, String> parameters,
    List<CheckedTotal> totals,
    @Nullable String mend,
    long mended,
    List<Sample> remaining) {
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "personal-data",
          "personal-in-text",
          "personal-together",
          "small-counts",
          "personal-elsewhere");

  public static final int MAX_SAMPLES = 20;

  public Cause {
    samples = List.copyOf(samples);
    parameters = InOrder.copyOf(parameters);
    totals = List.copyOf(totals);
    remaining = List.copyOf(remaining);
  }

  /** A cause that nothing mends. */
  public Cause(
      String code,
      Severity severity,
      @Nullable String column,
      @Nullable String letters,
      long count,
      List<Sample> samples,
      Map<String, String> parameters) {
    this(
        code, severity, column, letters, count, samples, parameters, List.of(), null, 0, List.of());
  }

  /** Reads a cause, also one stored when totals were texts among its parameters. */
  @JsonCreator
  static Cause read(
      @JsonProperty("code") String code,
      @JsonProperty("severity") Severity severity,
      @JsonProperty("column") @Nullable String column,
      @JsonProperty("letters") @Nullable String letters,
      @JsonProperty("count") long count,
      @JsonProperty("samples") @Nullable List<Sample> samples,
      @JsonProperty("parameters") @Nullable Map<String, String> parameters,
      @JsonProperty("totals") @Nullable List<CheckedTotal> totals,
      @JsonProperty("mend") @Nullable String mend,
      @JsonProperty("mended") long mended,
      @JsonProperty("remaining") @Nullable List<Sample> remaining) {
    Map<String, String> words = parameters == null ? Map.of() : parameters;
    return new Cause(
        code,
        severity,
        column,
        letters,
        count,
        samples == null ? List.of() : samples,
        words,
        totals == null ? FormerTotals.of(words) : totals,
        mend,
        mended,
        remaining == null ? List.of() : remaining);
  }

  /** The same, mended by a proposal as far as it goes. */
  public Cause mendedBy(@Nullable String proposal, long cells) {
    return mendedBy(proposal, cells, List.of());
  }

  /** The same, with the first of the cells that the proposal leaves as they are. */
  public Cause mendedBy(@Nullable String proposal, long cells, List<Sample> left) {
    return new Cause(
        code,
        severity,
        column,
        letters,
        count,
        samples,
        parameters,
        totals,
        proposal,
        proposal == null ? 0 : cells,
        proposal == null ? List.of() : left);
  }

  /**
   * What it speaks of, the same for the same cause on the same file, whatever its count: the id of
   * a decision about it ("personal-data:birth-date:Né le").
   */
  public String subject() {
    return subject(code, parameters.getOrDefault("variant", ""), column == null ? "" : column);
  }

  /** The same, of a cause that is not told yet. */
  public static String subject(String code, String variant, String column) {
    return code + ":" + variant + ":" + column;
  }

  /** The same cause, with another value for its sentence. */
  public Cause saying(String name, String value) {
    Map<String, String> words = new HashMap<>(parameters);
    words.put(name, value);
    return new Cause(
        code, severity, column, letters, count, samples, words, totals, mend, mended, remaining);
  }

  /** Whether it speaks of people, and is theirs to decide who answer for the file. */
  public boolean speaksOfPeople() {
    return OF_PEOPLE.contains(code);
  }

  /** How many cells, rows or columns the proposal would leave wrong. */
  public long left() {
    return count - mended;
  }

  /**
   * One faulty cell.
   *
   * @param address as in a spreadsheet ("B12"); the row alone ("12") when the whole row is
   *     concerned
   * @param value as it is in the file, cut to {@value #LONGEST} characters
   */
  public record Sample(String address, String value) {
    public static final int LONGEST = 200;
  }
}
