package fr.jalon.portal.web.body;

import java.time.Duration;

/**
 * How long a body may take: a while to begin, then as long as it comes at a pace that any network
 * that works has.
 *
 * @param bytesPerSecond that each further second must bring
 */
record Pace(Duration grace, int bytesPerSecond) {
  /** For short forms: what Apache's mod_reqtimeout asks of bodies, {@code body=20,MinRate=500}. */
  static final Pace OF_FORMS = new Pace(Duration.ofSeconds(20), 500);

  /**
   * For files: an eighth of what the slowest lines still sold bring up (512 kbit/s), so that three
   * places held by slow ones are free again within the day.
   */
  static final Pace OF_FILES = new Pace(Duration.ofSeconds(60), 8_000);

  /** Milliseconds allowed in all, once that much is here. */
  long millis(long received) {
    return grace.toMillis() + received * 1000 / bytesPerSecond;
  }
}
