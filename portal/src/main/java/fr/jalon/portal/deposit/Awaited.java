package fr.jalon.portal.deposit;

import java.time.Instant;
import java.util.UUID;

/** A version that waits for a visa. */
public record Awaited(UUID depositId, UUID organizationId, String title, Instant since) {
  public String href() {
    return "/depots/" + depositId + "/" + Step.PUBLICATION.path();
  }
}
