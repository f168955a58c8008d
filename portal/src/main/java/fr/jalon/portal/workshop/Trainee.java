package fr.jalon.portal.workshop;

import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who practises.
 *
 * @param id of their account, which goes with the practice
 * @param place where they were seen last: what they practise on, the step, its first card
 * @param actedAt when they saved something last
 * @param formerDepositId what they practised on before it was begun again, null when it was not
 */
public record Trainee(
    UUID id,
    UUID workshopId,
    String firstName,
    Instant joinedAt,
    Place place,
    Instant actedAt,
    @Nullable UUID formerDepositId,
    @Nullable Hand hand) {
  /** Without an act for so long, one may be stuck and not dare to say so. */
  public static final Duration SILENT = Duration.ofMinutes(5);

  /**
   * A raised hand.
   *
   * @param place where they asked for help
   * @param words what they said, "" when they said nothing
   */
  public record Hand(Place place, String words, Instant at) {}

  public UUID depositId() {
    return place.depositId();
  }

  /** True once the file is in the sandbox: the end of an exercise. */
  public boolean isDone() {
    return place.step().compareTo(Step.SANDBOX) >= 0;
  }

  /** True when they saved nothing for five minutes, have not finished, and did not ask. */
  public boolean isSilent(Instant now) {
    return hand == null && !isDone() && Duration.between(actedAt, now).compareTo(SILENT) >= 0;
  }

  /** Where they are stopped: where they asked, else where they are silent; null when neither. */
  public @Nullable Place stoppedAt(Instant now) {
    if (hand != null) {
      return hand.place();
    }
    return isSilent(now) ? place : null;
  }
}
