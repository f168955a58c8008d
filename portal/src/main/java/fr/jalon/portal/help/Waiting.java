package fr.jalon.portal.help;

import java.time.Instant;
import java.util.UUID;

/** A request that waits for somebody who helps. */
public record Waiting(
    UUID requestId, UUID organizationId, long number, Instant since, Instant dueAt, boolean late) {
  public String href() {
    return HelpPaths.request(requestId);
  }
}
