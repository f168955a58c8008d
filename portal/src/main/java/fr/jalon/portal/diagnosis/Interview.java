package fr.jalon.portal.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talk with people of an authority. Its notes are read by those of the region only; the authority
 * sees the summary, once it is released.
 *
 * @param met whom
 * @param consent how they agreed to have notes taken
 * @param notes by dimension
 */
public record Interview(
    UUID id,
    UUID beneficiaryId,
    Guide guide,
    LocalDate day,
    String met,
    String consent,
    Map<String, String> notes,
    String summary,
    @Nullable Instant releasedAt,
    @Nullable String releasedBy,
    int revision,
    String author) {
  /** What is talked about. */
  public enum Guide {
    ENTRY,
    DEBRIEFING
  }

  public Interview {
    notes = Map.copyOf(notes);
  }

  public boolean isReleased() {
    return releasedAt != null;
  }

  String href() {
    return DiagnosisPaths.of(beneficiaryId) + "/entretiens/" + id;
  }
}
