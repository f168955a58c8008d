package fr.jalon.portal.help;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something said or done about a request; never changed.
 *
 * @param id given by the form, so that a form sent twice is said once
 * @param who a person's name, "Jalon" for the portal itself
 * @param personId null for the portal itself
 * @param helping true for those who accompany authorities
 * @param suggestionId the mend proposed, null for none
 */
record Line(
    UUID id,
    Instant at,
    @Nullable UUID personId,
    String who,
    boolean helping,
    What what,
    String text,
    @Nullable UUID suggestionId) {
  enum What {
    ASKED,
    SAID,
    /** A mail received elsewhere, pasted here by somebody. */
    PASTED,
    SUGGESTED,
    TAKEN,
    DECLINED,
    JOINED,
    SOLVED,
    REMINDED,
    FOCAL_POINT_TOLD,
    CLOSED,
    COUNTED
  }
}
