package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Question.Condition;
import fr.jalon.portal.web.Rejected;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked, in one version. Its conditions lead to questions that are there, never round. */
public record Questionnaire(String title, List<Section> sections) {
  /**
   * Questions that belong together; those of a scored one tell how far an authority is in a
   * dimension.
   */
  public record Section(
      String key, String title, String intro, boolean scored, List<Question> questions) {
    public Section {
      intro = intro == null ? "" : intro;
      questions = List.copyOf(questions);
    }

    /** Those whose answers tell of a level. */
    public List<Question> telling() {
      return scored ? questions.stream().filter(Question::tellsALevel).toList() : List.of();
    }
  }

  public Questionnaire {
    sections = List.copyOf(sections);
    Map<String, Question> byKey = new LinkedHashMap<>();
    sections.stream()
        .flatMap(section -> section.questions().stream())
        .forEach(
            question -> {
              if (byKey.put(question.key(), question) != null) {
                throw new IllegalArgumentException("asked twice: " + question.key());
              }
            });
    for (Question question : byKey.values()) {
      requireConditions(question, byKey);
    }
    Set<String> safe = new HashSet<>();
    for (Question question : byKey.values()) {
      requireNoCircle(question, byKey, new HashSet<>(), safe);
    }
  }

  private static void requireConditions(Question question, Map<String, Question> byKey) {
    for (Condition one : question.when()) {
      Question on = byKey.get(one.question());
      boolean holds =
          on != null
              && switch (one.operator()) {
                case IS, IS_NOT -> on.findChoice(one.value()).isPresent();
                case AT_LEAST ->
                    (on.kind() == Question.Kind.NUMBER || on.kind() == Question.Kind.SCALE)
                        && one.value().matches("-?\\d{1,9}");
              };
      if (!holds) {
        throw new Rejected(QuestionnaireProblem.CONDITION_ON_NOTHING, question.text());
      }
    }
  }

  private static void requireNoCircle(
      Question question, Map<String, Question> byKey, Set<String> path, Set<String> safe) {
    if (safe.contains(question.key())) {
      return;
    }
    if (!path.add(question.key())) {
      throw new Rejected(QuestionnaireProblem.CIRCULAR_CONDITION, question.text());
    }
    for (Condition one : question.when()) {
      Question on = byKey.get(one.question());
      if (on != null) {
        requireNoCircle(on, byKey, path, safe);
      }
    }
    path.remove(question.key());
    safe.add(question.key());
  }

  public Stream<Question> questions() {
    return sections.stream().flatMap(section -> section.questions().stream());
  }

  public Optional<Question> find(String question) {
    return questions().filter(one -> one.key().equals(question)).findFirst();
  }

  public Optional<Section> findSection(String section) {
    return sections.stream().filter(one -> one.key().equals(section)).findFirst();
  }

  /** The section of a question. */
  public Optional<Section> sectionOf(String question) {
    return sections.stream()
        .filter(one -> one.questions().stream().anyMatch(each -> each.key().equals(question)))
        .findFirst();
  }

  /** The dimensions of the diagnosis. */
  public List<Section> dimensions() {
    return sections.stream().filter(section -> !section.telling().isEmpty()).toList();
  }
}
