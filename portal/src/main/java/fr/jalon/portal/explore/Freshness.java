package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a dataset keeps the rhythm it promises. */
final class Freshness {
  /** A promise is late once half as much time again has passed: a month's holiday is no fault. */
  private static final double PATIENCE = 1.5;

  private Freshness() {}

  /** When the next version was due, if it is overdue. */
  static Optional<Instant> overdueSince(Version version, Instant now) {
    Instant published = version.publishedAt();
    int days = version.description().frequency().days();
    Instant due = version.due();
    if (published == null || due == null) {
      return Optional.empty();
    }
    Instant limit = published.plus(Duration.ofHours(Math.round(days * 24 * PATIENCE)));
    return now.isAfter(limit) ? Optional.of(due) : Optional.empty();
  }
}
