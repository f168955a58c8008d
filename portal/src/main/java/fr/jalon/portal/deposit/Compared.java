package fr.jalon.portal.deposit;

import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.KeyCandidate;
import fr.jalon.engine.table.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would change in what is published.
 *
 * @param versionId the published version it was compared with
 * @param difference null when there is too much to count it in time
 * @param keys the columns that tell the rows of both apart, the likeliest first
 * @param refusal why the rows could not be updated as asked, and are replaced; null when they could
 */
public record Compared(
    UUID versionId,
    @Nullable Difference difference,
    List<KeyCandidate> keys,
    @Nullable Refusal refusal) {
  public Compared {
    keys = List.copyOf(keys);
  }
}
