package fr.jalon.portal.upkeep;

import fr.jalon.portal.catalog.UpdateFrequency;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The reminders of one version awaited, each sent once. */
enum Stage {
  /** Before the day, to leave time to find the file. */
  SOON,
  /** On the day. */
  DUE,
  /** After it, and then no more. */
  LATE;

  /** Days before the day: two weeks, for an agent who is there one day a week. */
  private static final int AHEAD = 14;

  /** Days after the day: a month's holiday is no fault. */
  private static final int PATIENCE = 30;

  /**
   * Days between two versions from which one is reminded beforehand: someone who writes every week
   * needs no mail each time.
   */
  private static final int RHYTHM_REMINDED = 28;

  /** The furthest one reached that day, empty before the first and when nothing is promised. */
  static Optional<Stage> reached(UpdateFrequency frequency, LocalDate due, LocalDate today) {
    int days = frequency.days();
    if (days == 0) {
      return Optional.empty();
    }
    if (!today.isBefore(due.plusDays(Math.min(PATIENCE, Math.max(1, days / 2))))) {
      return Optional.of(LATE);
    }
    if (days < RHYTHM_REMINDED) {
      return Optional.empty();
    }
    if (!today.isBefore(due)) {
      return Optional.of(DUE);
    }
    return today.isBefore(due.minusDays(Math.min(AHEAD, days / 4)))
        ? Optional.empty()
        : Optional.of(SOON);
  }

  /** Of its words in the message files. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
