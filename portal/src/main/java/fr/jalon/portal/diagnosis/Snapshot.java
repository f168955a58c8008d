package fr.jalon.portal.diagnosis;

import fr.jalon.portal.questionnaire.Filling.Occasion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a day: it never moves, whatever is answered, adjusted or asked later.
 *
 * @param occasion of the programme, null for any other day
 * @param version of the questionnaire
 */
public record Snapshot(
    UUID id,
    UUID beneficiaryId,
    @Nullable Occasion occasion,
    String name,
    int version,
    Findings findings,
    String by,
    Instant at) {
  public String href() {
    return DiagnosisPaths.of(beneficiaryId) + "/figes/" + id;
  }
}
