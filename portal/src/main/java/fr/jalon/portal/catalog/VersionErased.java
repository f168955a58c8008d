package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * Nothing that a version said is kept any more. Sent inside the transaction that makes it so; its
 * files go once it ends.
 */
public record VersionErased(
    UUID datasetId, UUID versionId, int number, UUID publisherId, UUID by, Instant at) {}
