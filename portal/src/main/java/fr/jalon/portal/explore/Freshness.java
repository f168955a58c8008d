package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Timeliness;
import fr.jalon.portal.catalog.Version;
import java.time.Instant;
import java.util.Optional;

/** Whether a dataset keeps the rhythm it promises. */
final class Freshness {
  private Freshness() {}

  /** When the next version was due, if it is overdue. */
  static Optional<Instant> overdueSince(Version version, Instant now) {
    return Timeliness.lateAt(version.publishedAt(), version.description().frequency())
        .filter(now::isAfter)
        .flatMap(late -> Optional.ofNullable(version.due()));
  }
}
