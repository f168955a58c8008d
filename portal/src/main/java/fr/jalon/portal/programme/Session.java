package fr.jalon.portal.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The share of one beneficiary in a {@link Meeting}: what is counted against its quota.
 *
 * @param came null while nobody noted it; true when one of its people was there at least
 * @param decision a person's, null when there is none
 */
public record Session(
    UUID id,
    UUID beneficiaryId,
    Meeting meeting,
    @Nullable Boolean came,
    @Nullable Decision decision) {

  /** A named person decided whether it counts. */
  public record Decision(boolean counted, String reason, String by, Instant at) {}

  /** Where it is. */
  public enum State {
    PLANNED,
    HELD,
    /** It took place without them. */
    ABSENT,
    CANCELLED
  }

  public State state() {
    if (meeting.cancelled()) {
      return State.CANCELLED;
    }
    if (came == null) {
      return State.PLANNED;
    }
    return came ? State.HELD : State.ABSENT;
  }

  public LocalDate day() {
    return meeting.day();
  }

  /** True when it should have been noted. */
  public boolean isToNote(Instant now) {
    return state() == State.PLANNED && meeting.endsAt().isBefore(now);
  }
}
