package fr.jalon.portal.upkeep;

import fr.jalon.portal.catalog.UpdateFrequency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the next file of a dataset is fetched from, and when.
 *
 * @param acceptedBy who accepted it: the deposits it begins are theirs
 * @param outcome of the last time
 * @param outcomeAt when that was known, null before the first time
 * @param importId the one under way or the last one, null before the first
 * @param failures in a row
 */
record Schedule(
    UUID datasetId,
    String address,
    UpdateFrequency rhythm,
    UUID acceptedBy,
    String acceptedName,
    Instant acceptedAt,
    Instant nextAt,
    Outcome outcome,
    @Nullable Instant outcomeAt,
    @Nullable UUID importId,
    int failures) {

  /** What came of the last time. */
  enum Outcome {
    /** Its first day has not come. */
    AWAITED,
    /** On its way. */
    FETCHING,
    /** A new file came, and its deposit begins. */
    ARRIVED,
    /** The file there is the one we have. */
    UNCHANGED,
    /** A deposit of this dataset was under way already: nothing was fetched. */
    UNDER_WAY,
    /** It could not be taken; it is tried again the day after. */
    FAILED,
    /** Tried in vain too often, or whoever accepted it has left: someone must accept it again. */
    STOPPED
  }

  boolean stopped() {
    return outcome == Outcome.STOPPED;
  }
}
