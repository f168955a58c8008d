package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A version is no longer to be seen, the others are. Sent inside the transaction that makes it so.
 */
public record VersionWithdrawn(
    UUID datasetId, UUID versionId, int number, UUID publisherId, UUID by, Instant at) {}
