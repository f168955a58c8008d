package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;

/** A version became what all see of a dataset. Sent inside the transaction that makes it so. */
public record DatasetPublished(
    UUID datasetId, UUID versionId, int number, UUID publisherId, UUID by, Instant at) {}
