package fr.jalon.portal.questionnaire;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The questionnaire of one authority on one occasion.
 *
 * @param version it is filled in; the one it was handed in stays
 * @param handedInAt null while it is being filled in
 */
public record Filling(
    UUID id,
    UUID beneficiaryId,
    Occasion occasion,
    int version,
    Instant openedAt,
    @Nullable Instant handedInAt,
    @Nullable String handedInBy) {
  /** When in the programme it is asked. */
  public enum Occasion {
    ENTRY,
    EXIT
  }

  public boolean isHandedIn() {
    return handedInAt != null;
  }

  public String href() {
    return QuestionnairePaths.filling(id);
  }
}
