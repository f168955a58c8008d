package fr.jalon.portal.help;

import fr.jalon.portal.deposit.Glimpse;
import fr.jalon.portal.deposit.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for help.
 *
 * @param number by which people name it
 * @param where it was asked: addresses, never a value
 * @param turnAt since when it is whose turn it is
 * @param dueAt when an answer is due at the latest, while it waits
 * @param answeredAfter working time to the first answer, null while there is none
 * @param helpers who looks after it, the first first
 * @param sessionId the session it counts as, null for none
 */
public record HelpRequest(
    UUID id,
    long number,
    UUID organizationId,
    UUID authorId,
    String authorName,
    Category category,
    Urgency urgency,
    Where where,
    Instant askedAt,
    State state,
    Instant turnAt,
    Instant dueAt,
    @Nullable Duration answeredAfter,
    List<Helper> helpers,
    @Nullable UUID sessionId) {
  public HelpRequest {
    helpers = List.copyOf(helpers);
  }

  /** Whose turn it is. */
  public enum State {
    /** Of those who help. */
    WAITING,
    /** Of who asked. */
    ANSWERED,
    SOLVED,
    /** Nobody answered for long: one answer opens it again. */
    CLOSED;

    public boolean isOver() {
      return this == SOLVED || this == CLOSED;
    }
  }

  /**
   * Where it was asked.
   *
   * @param place in a deposit, null elsewhere
   * @param page the address of the page, "" in a deposit
   * @param counts what was there to do then
   */
  public record Where(@Nullable Place place, String page, Glimpse.Counts counts) {}

  /** Somebody who looks after it; others may answer all the same. */
  public record Helper(UUID personId, String name) {}

  /** True when an answer should have come. */
  public boolean isLate(Instant now) {
    return state == State.WAITING && dueAt.isBefore(now);
  }

  public boolean isHelpedBy(UUID personId) {
    return helpers.stream().anyMatch(one -> one.personId().equals(personId));
  }

  public String href() {
    return HelpPaths.request(id);
  }
}
