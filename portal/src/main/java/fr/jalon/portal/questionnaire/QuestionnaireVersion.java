package fr.jalon.portal.questionnaire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked from a day on, until the next version.
 *
 * @param correspondence from questions of the version before to those that ask the same thing here
 *     under another key
 * @param usedSince null while it is being written; from then on it never changes
 */
public record QuestionnaireVersion(
    int number,
    Questionnaire content,
    Map<String, String> correspondence,
    int revision,
    String madeBy,
    Instant madeAt,
    @Nullable Instant usedSince) {
  public QuestionnaireVersion {
    correspondence = Map.copyOf(correspondence);
  }

  public boolean isUsed() {
    return usedSince != null;
  }

  public String href() {
    return QuestionnairePaths.VERSIONS + "/" + number;
  }

  /** Where the answers to a question of the version before go; its own key when nothing is said. */
  String after(String question) {
    return correspondence.getOrDefault(question, question);
  }
}
