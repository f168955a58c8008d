package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;

/** A version withdrawn alone is seen again. Sent inside the transaction that makes it so. */
public record VersionRestored(
    UUID datasetId, UUID versionId, int number, UUID publisherId, UUID by, Instant at) {}
