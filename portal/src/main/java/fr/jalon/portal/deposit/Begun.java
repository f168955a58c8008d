package fr.jalon.portal.deposit;

import java.time.Instant;
import java.util.UUID;

/**
 * A dataset that an authority began: the first file received for it.
 *
 * @param title given to the dataset, else the name of the file
 */
public record Begun(UUID id, UUID organizationId, String title, Instant at) {
  public String href() {
    return "/depots/" + id;
  }
}
