package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Question.Condition;
import fr.jalon.portal.questionnaire.Question.Fact;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A questionnaire with all that was answered, and what holds of it: which questions are asked, and
 * which answer counts when several people gave one. Immutable.
 */
public final class Sheet {
  private final Questionnaire questionnaire;
  private final Filling filling;
  private final Map<String, List<Answer>> answers;
  private final Map<String, Settlement> settlements;
  private final Map<Fact, Long> facts;
  private final Map<String, Boolean> shown = new HashMap<>();

  /** How a question stands. */
  public enum Standing {
    /** A condition on another answer does not hold. */
    NOT_ASKED,
    OPEN,
    /** We knew it already, and nobody said otherwise. */
    KNOWN,
    ANSWERED,
    UNKNOWN,
    NOT_CONCERNED,
    /** Several people answered differently: unanswered until the référent chooses. */
    DIFFERING
  }

  /** The answer that the référent chose, at a moment: later answers open it again. */
  public record Settlement(String question, UUID respondentId, String by, Instant at) {}

  /** So many of so many. */
  public record Count(int answered, int asked) {}

  public Sheet(
      Questionnaire questionnaire,
      Filling filling,
      List<Answer> answers,
      List<Settlement> settlements,
      Map<Fact, Long> facts) {
    this.questionnaire = questionnaire;
    this.filling = filling;
    this.answers = answers.stream().collect(Collectors.groupingBy(Answer::question));
    this.settlements =
        settlements.stream().collect(Collectors.toMap(Settlement::question, one -> one));
    this.facts = Map.copyOf(facts);
    questionnaire.questions().forEach(one -> shown.put(one.key(), holds(one)));
  }

  public Questionnaire questionnaire() {
    return questionnaire;
  }

  public Filling filling() {
    return filling;
  }

  /** All that was answered to a question, by whom. */
  public List<Answer> answers(String question) {
    return answers.getOrDefault(question, List.of());
  }

  /** False when it was answered by nobody, on any question. */
  public boolean isBegun() {
    return !answers.isEmpty();
  }

  /** True when its conditions hold. */
  public boolean asks(Question question) {
    return shown.getOrDefault(question.key(), true);
  }

  /** Conditions lead never round, so this ends. */
  private boolean holds(Question question) {
    return question.when().stream()
        .allMatch(
            one ->
                questionnaire
                    .find(one.question())
                    .filter(on -> holds(on) && holds(one, on))
                    .isPresent());
  }

  private boolean holds(Condition condition, Question on) {
    Optional<Reply> reply = counting(on).filter(one -> one.state() == Reply.State.GIVEN);
    return reply.isPresent()
        && switch (condition.operator()) {
          case IS -> reply.get().choices().contains(condition.value());
          case IS_NOT -> !reply.get().choices().contains(condition.value());
          case AT_LEAST -> {
            Long number = reply.get().number();
            yield number != null && number >= Long.parseLong(condition.value());
          }
        };
  }

  /** The answer that counts, whether or not the question is asked; empty while they differ. */
  private Optional<Reply> counting(Question question) {
    List<Answer> given = answers(question.key());
    if (given.isEmpty()) {
      return known(question);
    }
    Reply first = given.get(0).reply();
    if (given.stream().allMatch(one -> one.reply().equals(first))) {
      return Optional.of(first);
    }
    Settlement settled = settlements.get(question.key());
    if (settled == null || given.stream().anyMatch(one -> one.at().isAfter(settled.at()))) {
      return Optional.empty();
    }
    return given.stream()
        .filter(one -> one.respondentId().equals(settled.respondentId()))
        .map(Answer::reply)
        .findFirst();
  }

  /** What we know by ourselves. */
  public Optional<Reply> known(Question question) {
    Fact fact = question.fact();
    return fact == null
        ? Optional.empty()
        : Optional.ofNullable(facts.get(fact)).map(Reply::counted);
  }

  /** The answer that counts to a question that is asked. */
  public Optional<Reply> reply(Question question) {
    return asks(question) ? counting(question) : Optional.empty();
  }

  /** Who chose between answers, when somebody did and nothing came after. */
  public Optional<Settlement> settlement(Question question) {
    return standing(question) == Standing.DIFFERING
        ? Optional.empty()
        : Optional.ofNullable(settlements.get(question.key()));
  }

  public Standing standing(Question question) {
    if (!asks(question)) {
      return Standing.NOT_ASKED;
    }
    if (answers(question.key()).isEmpty()) {
      return known(question).isPresent() ? Standing.KNOWN : Standing.OPEN;
    }
    return counting(question)
        .map(
            reply ->
                switch (reply.state()) {
                  case GIVEN -> Standing.ANSWERED;
                  case UNKNOWN -> Standing.UNKNOWN;
                  case NOT_CONCERNED -> Standing.NOT_CONCERNED;
                })
        .orElse(Standing.DIFFERING);
  }

  /** Questions of a section that have an answer, whatever it is, of those that are asked. */
  public Count count(Section section) {
    List<Standing> all =
        section.questions().stream()
            .map(this::standing)
            .filter(one -> one != Standing.NOT_ASKED)
            .toList();
    return new Count(
        (int) all.stream().filter(one -> one != Standing.OPEN && one != Standing.DIFFERING).count(),
        all.size());
  }

  public Count count() {
    List<Count> all = questionnaire.sections().stream().map(this::count).toList();
    return new Count(
        all.stream().mapToInt(Count::answered).sum(), all.stream().mapToInt(Count::asked).sum());
  }

  /** Questions to which people answered differently. */
  public List<Question> differing() {
    return questionnaire.questions().filter(one -> standing(one) == Standing.DIFFERING).toList();
  }
}
