package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A dataset is no longer to be seen by anyone but its people. Sent inside the transaction that
 * makesn * it so.
 */
public record DatasetWithdrawn(UUID datasetId, UUID publisherId, UUID by, Instant at) {}
