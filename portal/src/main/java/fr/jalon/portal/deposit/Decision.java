package fr.jalon.portal.deposit;

import fr.jalon.engine.rule.mend.Proposal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about data that speak of people: signed, dated, kept with the deposit and
 * never published.
 *
 * @param subject what it is about: {@link Sighting#subject()}
 * @param mend how people are protected, null when it is published as it is
 * @param reason why the law allows to publish it as it is, null when it is not
 * @param reference the text or the agreement that the reason asks for, "" when it asks for none
 * @param confirmation the second person's agreement, null while it is awaited or not needed
 */
public record Decision(
    String subject,
    @Nullable Proposal mend,
    @Nullable LegalReason reason,
    String reference,
    Signature by,
    @Nullable Signature confirmation) {
  public Decision {
    if ((mend == null) == (reason == null)) {
      throw new IllegalArgumentException("people are protected, or a reason says why not");
    }
  }

  /** Someone, and when. */
  public record Signature(UUID personId, String name, Instant at) {}

  /** True when this person may be the second one. */
  boolean mayBeConfirmedBy(UUID personId) {
    return reason != null && confirmation == null && !by.personId().equals(personId);
  }
}
