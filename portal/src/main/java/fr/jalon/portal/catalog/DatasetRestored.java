package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A withdrawn dataset is seen by all again, as it was. Sent inside the transaction that makes it
 * so.
 */
public record DatasetRestored(
    UUID datasetId, UUID versionId, UUID publisherId, UUID by, Instant at) {}
