package fr.jalon.portal.deposit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a deposit is.
 *
 * @param datasetId the dataset it renews or became, null while there is none
 * @param title given to the dataset, else the name of the file
 * @param past what holds of it today, and since when
 */
public record DepositProgress(
    UUID id, @Nullable UUID datasetId, String title, Map<Milestone, Instant> past) {
  public DepositProgress {
    past = Map.copyOf(past);
  }

  /** Since when it holds, null when it does not. */
  public @Nullable Instant since(Milestone milestone) {
    return past.get(milestone);
  }

  /** Of the page where one goes on. */
  public String href() {
    return "/depots/" + id;
  }
}
