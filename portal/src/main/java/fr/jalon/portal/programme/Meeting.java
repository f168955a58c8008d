package fr.jalon.portal.programme;

import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment of one beneficiary, or a workshop of several: one event, of which each has its
 * {@link Session}.
 *
 * @param stage key of the track's
 * @param startsAt when; counted by its civil day in Paris
 * @param length in minutes
 * @param place "" when it is remote
 * @param link where one joins a remote one, "" when there is none
 * @param note what took place, once it did
 * @param movedFrom when it was to be first, null unless it was moved
 * @param cancelled true when it was called off
 * @param revision counts the changes, as calendars do
 */
public record Meeting(
    UUID id,
    UUID seasonId,
    String stage,
    Instant startsAt,
    int length,
    String place,
    String link,
    String note,
    @Nullable Instant movedFrom,
    boolean cancelled,
    int revision) {
  /** Civil days and hours are those of Paris. */
  public static final ZoneId ZONE = Messages.PARIS;

  /** Longest, in minutes: two days of work. */
  static final int LONGEST = 16 * 60;

  /** The civil day that counts. */
  public LocalDate day() {
    return LocalDate.ofInstant(startsAt, ZONE);
  }

  public Instant endsAt() {
    return startsAt.plusSeconds(60L * length);
  }

  public String href() {
    return ProgrammePaths.meeting(id);
  }
}
