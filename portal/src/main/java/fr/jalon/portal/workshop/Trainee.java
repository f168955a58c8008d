package fr.jalon.portal.workshop;

import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.programme.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who practises.
 *
 * @param id of their account, which goes with the practice
 * @param place where they were seen last: what they practise on, the step, its first card
 * @param actedAt when they saved something last
 * @param seenAt when they were shown a page last
 * @param formerDepositId what they practised on before it was begun again, null when it was not
 */
public record Trainee(
    UUID id,
    UUID workshopId,
    String firstName,
    Instant joinedAt,
    Place place,
    Instant actedAt,
    Instant seenAt,
    @Nullable UUID formerDepositId,
    @Nullable Hand hand) {
  /** Without an act for so long, one may be stuck and not dare to say so. */
  public static final Duration SILENT = Duration.ofMinutes(5);

  /**
   * Unseen for so long, one is taken to have left: a browser that was closed, a meal. Twice {@link
   * #SILENT}, for whoever reads a card is silent too.
   */
  public static final Duration AWAY = Duration.ofMinutes(10);

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

  /** True when their work may be taken up again by whoever has their first name. */
  public boolean isAway(Instant now) {
    return Duration.between(seenAt, now).compareTo(AWAY) >= 0;
  }

  /** True for those who were seen on a day: a workshop may last two. */
  public boolean isOf(LocalDate day) {
    return LocalDate.ofInstant(seenAt, Meeting.ZONE).equals(day);
  }

  /** True for "Camille" of "Camille", and of "Camille 2", who came in under the same first name. */
  boolean isNamed(String name) {
    return firstName.equalsIgnoreCase(name)
        || firstName.replaceFirst(" [0-9]+$", "").equalsIgnoreCase(name);
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
