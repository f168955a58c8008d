package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Question.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a question.
 *
 * @param choices keys of what was chosen
 * @param rows of a table, by row then column; those of nothing are not there
 */
public record Reply(
    State state,
    List<String> choices,
    @Nullable Long number,
    String text,
    Map<String, Map<String, String>> rows) {
  /** Column of a table's rows that are ticked. */
  public static final String HAS = "a";

  /** Name of a row that somebody added. */
  static final String NAMED = "nom";

  /** How one answers. */
  public enum State {
    GIVEN,
    UNKNOWN,
    /** It has no object in this authority. */
    NOT_CONCERNED
  }

  public Reply {
    choices = choices == null ? List.of() : choices.stream().sorted().toList();
    text = text == null ? "" : text;
    Map<String, Map<String, String>> copied = new LinkedHashMap<>();
    if (rows != null) {
      rows.forEach((row, cells) -> copied.put(row, Map.copyOf(cells)));
    }
    rows = Map.copyOf(copied);
  }

  public static Reply chosen(String... choices) {
    return new Reply(State.GIVEN, List.of(choices), null, "", Map.of());
  }

  public static Reply counted(long number) {
    return new Reply(State.GIVEN, List.of(), number, "", Map.of());
  }

  public static Reply written(String text) {
    return new Reply(State.GIVEN, List.of(), null, text, Map.of());
  }

  public static Reply table(Map<String, Map<String, String>> rows) {
    return new Reply(State.GIVEN, List.of(), null, "", rows);
  }

  public static Reply unknown() {
    return new Reply(State.UNKNOWN, List.of(), null, "", Map.of());
  }

  public static Reply notConcerned() {
    return new Reply(State.NOT_CONCERNED, List.of(), null, "", Map.of());
  }

  /** True when the question of a version takes it: what the next version may carry over. */
  boolean fits(Question question) {
    return switch (state) {
      case UNKNOWN -> question.mayBeUnknown();
      case NOT_CONCERNED -> question.mayNotConcern();
      case GIVEN ->
          switch (question.kind()) {
            case ONE -> choices.size() == 1 && question.findChoice(choices.get(0)).isPresent();
            case SEVERAL ->
                !choices.isEmpty()
                    && choices.stream().allMatch(one -> question.findChoice(one).isPresent());
            case NUMBER, SCALE ->
                number != null && number >= question.least() && number <= question.most();
            case TEXT -> !text.isEmpty();
            case TABLE -> !rows.isEmpty();
          };
    };
  }

  /** The level it tells of, from 0 to 4. */
  public OptionalDouble level(Question question) {
    if (state != State.GIVEN || !fits(question) || !question.tellsALevel()) {
      return OptionalDouble.empty();
    }
    return switch (question.kind()) {
      case ONE, SEVERAL -> levelOfChoices(question);
      case NUMBER ->
          OptionalDouble.of(
              Question.HIGHEST_LEVEL
                  * question.steps().stream().filter(step -> count() >= step).count()
                  / question.steps().size());
      case SCALE ->
          OptionalDouble.of(
              Question.HIGHEST_LEVEL
                  * (count() - question.least())
                  / (question.most() - question.least()));
      case TEXT, TABLE -> OptionalDouble.empty();
    };
  }

  private long count() {
    return number == null ? 0 : number;
  }

  private OptionalDouble levelOfChoices(Question question) {
    List<Double> levels =
        choices.stream()
            .flatMap(one -> question.findChoice(one).stream())
            .map(Choice::level)
            .filter(level -> level != null)
            .collect(Collectors.toList());
    return levels.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            Math.min(
                Question.HIGHEST_LEVEL, levels.stream().mapToDouble(Double::doubleValue).sum()));
  }
}
