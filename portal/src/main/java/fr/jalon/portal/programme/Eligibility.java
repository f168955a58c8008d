package fr.jalon.portal.programme;

import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.OpeningDuty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether the law asks an authority to open its data: shown, and never a gate. Article L. 312-1-1
 * of the code des relations entre le public et l'administration, décret n° 2016-1922 of 28 December
 * 2016: the obligation is for administrations of 50 agents at least, and local authorities of 3 500
 * inhabitants at least; the texts say "moins de", so that exactly that many are inside.
 *
 * @param population by our list of authorities, 0 when unknown
 * @param agents declared, in full-time equivalents; null when they were not
 */
public record Eligibility(
    Answer answer, int population, @Nullable BigDecimal agents, boolean intercommunal) {
  /** Inhabitants from which the obligation holds. */
  public static final int INHABITANTS = OpeningDuty.INHABITANTS;

  /** Agents in full-time equivalents from which it holds. */
  static final BigDecimal AGENTS = BigDecimal.valueOf(OpeningDuty.AGENTS);

  /** What is answered. */
  public enum Answer {
    /** Both thresholds are reached. */
    SUBJECT,
    /** One of them is not. */
    NOT_SUBJECT,
    /**
     * An EPCI is no "collectivité territoriale": whether its inhabitants matter is to be looked at.
     */
    TO_CHECK,
    /** Something is not known. */
    UNKNOWN
  }

  /**
   * @param authority null when it is not among those we know
   */
  static Eligibility of(@Nullable LocalAuthority authority, @Nullable BigDecimal agents) {
    int population = authority == null ? 0 : authority.population();
    boolean intercommunal =
        authority != null
            && (authority.kind() == LocalAuthority.Kind.EPCI
                || authority.kind() == LocalAuthority.Kind.SYNDICAT);
    return new Eligibility(
        answer(population, agents, intercommunal), population, agents, intercommunal);
  }

  private static Answer answer(int population, @Nullable BigDecimal agents, boolean intercommunal) {
    if (agents != null && agents.compareTo(AGENTS) < 0) {
      return Answer.NOT_SUBJECT;
    }
    if (intercommunal) {
      return Answer.TO_CHECK;
    }
    if (population > 0 && population < INHABITANTS) {
      return Answer.NOT_SUBJECT;
    }
    return population == 0 || agents == null ? Answer.UNKNOWN : Answer.SUBJECT;
  }
}
