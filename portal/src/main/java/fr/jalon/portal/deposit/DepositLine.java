package fr.jalon.portal.deposit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deposit in a list.
 *
 * @param title given to the dataset, null when none was written yet
 * @param visas the sides that agreed to the version now in the sandbox
 */
public record DepositLine(
    UUID id,
    UUID organizationId,
    String fileName,
    @Nullable String title,
    Step step,
    boolean working,
    boolean refused,
    boolean published,
    Set<Visa.Side> visas,
    Instant savedAt) {
  public DepositLine {
    visas = Set.copyOf(visas);
  }

  public String href() {
    return "/depots/" + id;
  }
}
