package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Role;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history of a dataset: who did what, when, to which version, why.
 *
 * @param who their name then, "" when it is not known
 * @param role they had then, null when it is not known
 * @param version its number, null when it has none
 * @param repeats the number of the version that was published again
 * @param reason as written, "" when none is asked
 */
public record DatasetEvent(
    Instant at,
    String who,
    @Nullable Role role,
    Kind kind,
    @Nullable Integer version,
    @Nullable Integer repeats,
    String reason) {

  /** What can happen to a dataset. */
  public enum Kind {
    REHEARSED,
    PUBLISHED,
    PUBLISHED_AGAIN,
    WITHDRAWN,
    RESTORED,
    VERSION_WITHDRAWN,
    VERSION_RESTORED,
    VERSION_ERASED,
    /** Another person looks after it. */
    HANDED_OVER,
    /** Its file is fetched from an address, on a rhythm someone accepted. */
    SCHEDULED,
    UNSCHEDULED,
    REMINDERS_PAUSED,
    REMINDERS_RESUMED;

    /** Of its words in the message files, and in the exported history. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
