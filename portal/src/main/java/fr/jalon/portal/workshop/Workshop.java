package fr.jalon.portal.workshop;

import fr.jalon.portal.programme.Meeting;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of which people take places, and what is practised there.
 *
 * @param capacity places
 * @param door by which people come in to practise, null while it is shut
 * @param shownCard code of the card that is projected for all, null for none
 */
public record Workshop(
    Meeting meeting,
    Exercise exercise,
    int capacity,
    @Nullable Door door,
    @Nullable String shownCard) {

  /**
   * A code that opens the practice for a day.
   *
   * @param code {@value Codes#LENGTH} characters
   */
  public record Door(String code, LocalDate day) {}

  /** That of its meeting. */
  public UUID id() {
    return meeting.id();
  }

  public String href() {
    return WorkshopPaths.workshop(id());
  }

  /** True on the day of the code. */
  public boolean isOpen(LocalDate today) {
    return !meeting.cancelled() && door != null && door.day().equals(today);
  }
}
