package fr.jalon.engine.profile;

/**
 * A place that data speak of: a commune, an intercommunalité, a département, a region, France.
 *
 * @param code INSEE's for a commune, a département or a region; the SIREN of an EPCI; "FR"
 * @param name as the official lists write it
 */
public record Territory(Level level, String code, String name) {
  /** How large it is, the smallest first. */
  public enum Level {
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    REGION,
    COUNTRY
  }

  public Territory {
    if (code.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a territory has a code and a name: " + level);
    }
  }
}
