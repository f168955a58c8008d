package fr.jalon.portal.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a published dataset keeps the rhythm it promises. */
public enum Timeliness {
  UP_TO_DATE("a-jour"),
  LATE("en-retard"),
  /** It promises none. */
  UNPROMISED("sans-rythme");

  /** A promise is late once half as much time again has passed: a month's holiday is no fault. */
  private static final double PATIENCE = 1.5;

  private final String written;

  Timeliness(String written) {
    this.written = written;
  }

  /** As written in the addresses of pages. */
  public String written() {
    return written;
  }

  /** As written in the API ("up_to_date"). */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a version keeps its promise at that moment. */
  public static Timeliness of(Version version, Instant now) {
    return lateAt(version.publishedAt(), version.description().frequency())
        .map(late -> now.isAfter(late) ? LATE : UP_TO_DATE)
        .orElse(UNPROMISED);
  }

  /** From when on a version published then is late; none when nothing is promised. */
  public static Optional<Instant> lateAt(@Nullable Instant published, UpdateFrequency frequency) {
    return published == null || frequency.days() == 0
        ? Optional.empty()
        : Optional.of(
            published.plus(Duration.ofHours(Math.round(frequency.days() * 24 * PATIENCE))));
  }
}
