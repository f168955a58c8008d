package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Why something that was published is no longer to be seen.
 *
 * @param by the person, told to nobody but those concerned
 * @param role in which they did it: all may know that
 * @param reason as they wrote it, for all to read
 */
public record Withdrawal(Instant at, UUID by, Role role, String reason) {
  static final int LONGEST_REASON = 1000;
}
