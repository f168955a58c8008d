package fr.jalon.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A time that does not pass, for tests: noon in Paris, on 30 November 2026. */
public final class Noon {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T11:00:00Z"), ZoneId.of("Europe/Paris"));

  private Noon() {}
}
