package fr.jalon.portal.help;

import fr.jalon.portal.deposit.Place;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for somebody who helps.
 *
 * @param place in a deposit, null elsewhere
 * @param page the address of the page it was asked from, "" in a deposit
 */
public record Waiting(
    UUID requestId,
    UUID organizationId,
    long number,
    Urgency urgency,
    @Nullable Place place,
    String page,
    Instant since,
    Instant dueAt,
    boolean late) {
  public String href() {
    return HelpPaths.request(requestId);
  }
}
