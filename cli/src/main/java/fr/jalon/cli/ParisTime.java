package fr.jalon.cli;

import java.time.Clock;
import java.time.ZoneId;

/** The time of those who deposit files: a day begins for them at midnight in Paris. */
final class ParisTime {
  static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Paris"));

  private ParisTime() {}
}
