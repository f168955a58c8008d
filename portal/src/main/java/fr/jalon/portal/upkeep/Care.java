package fr.jalon.portal.upkeep;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about the upkeep of a dataset.
 *
 * @param keeperId who looks after it, null for whoever received its last file
 * @param quietUntil no reminder before that day, null for none
 * @param revision counts the decisions
 */
record Care(@Nullable UUID keeperId, @Nullable LocalDate quietUntil, int revision) {
  static final Care NONE = new Care(null, null, 0);
}
