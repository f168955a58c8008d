package fr.jalon.portal.programme;

import java.util.UUID;

/**
 * One edition of the programme.
 *
 * @param slug its name in addresses
 * @param revision counts its changes
 */
public record Season(UUID id, String slug, int revision, SeasonPlan plan) {
  public String name() {
    return plan.name();
  }

  /** Where it is looked at and edited. */
  public String href() {
    return ProgrammePaths.SEASONS + "/" + slug;
  }

  /** Where authorities apply. */
  public String applyHref() {
    return ProgrammePaths.PROGRAMME + "/" + slug + "/candidature";
  }
}
