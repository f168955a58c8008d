package fr.jalon.engine.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, at one place: a check's answer.
 *
 * @param code the check's stable code; its sentence is {@code finding.<code>} in the message files,
 *     its page {@code <code>.md}
 * @param column name of the column concerned, null when the whole file is
 * @param letters of that column in the file ("C"), null when it has none
 * @param count how many cells or rows, exact
 * @param samples the first ones, at most {@value #MAX_SAMPLES}
 * @param parameters values for the sentence
 */
public record Finding(
    String code,
    Severity severity,
    @Nullable String column,
    @Nullable String letters,
    long count,
    List<Sample> samples,
    Map<String, String> parameters) {
  public static final int MAX_SAMPLES = 20;

  public Finding {
    samples = List.copyOf(samples);
    parameters = Map.copyOf(parameters);
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
