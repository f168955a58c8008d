package fr.jalon.portal.organization;

import fr.jalon.portal.organization.LocalAuthority.Kind;

/**
 * What can be said of the law's demand to open data of an authority whose number of agents is not
 * known. Article L. 312-1-1 of the code des relations entre le public et l'administration, décret
 * n° 2016-1922 of 28 December 2016: it is for administrations of 50 agents at least, and local
 * authorities of 3 500 inhabitants at least; the texts say "moins de", so that exactly that many
 * are inside.
 */
public enum OpeningDuty {
  /** It has the inhabitants; the law asks if it has the agents too. */
  BY_AGENTS,
  /** It has fewer inhabitants, whatever its agents. */
  NOT_ASKED,
  /** No "collectivité territoriale": whether its inhabitants matter is to be looked at. */
  TO_CHECK,
  /** Its population is not known. */
  UNKNOWN;

  /** Inhabitants from which the obligation holds. */
  public static final int INHABITANTS = 3_500;

  /** Agents in full-time equivalents from which it holds. */
  public static final int AGENTS = 50;

  public static OpeningDuty of(Kind kind, int population) {
    return switch (kind) {
      case EPCI, SYNDICAT, GIP -> TO_CHECK;
      case COMMUNE, DEPARTEMENT, REGION -> {
        if (population == 0) {
          yield UNKNOWN;
        }
        yield population < INHABITANTS ? NOT_ASKED : BY_AGENTS;
      }
    };
  }
}
