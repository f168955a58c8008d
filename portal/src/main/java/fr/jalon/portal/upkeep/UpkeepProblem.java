package fr.jalon.portal.upkeep;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about the upkeep of a dataset. */
public enum UpkeepProblem implements Problem {
  /** Nothing of the dataset is published: there is nothing to keep up to date. */
  NOT_PUBLISHED(404),
  /** Someone else decided meanwhile. */
  CHANGED_MEANWHILE(409),
  /** Not a person of the authority. */
  NO_SUCH_COLLEAGUE(422),
  /** A day that is past, too far or no day. */
  NO_SUCH_DAY(422),
  /** Not one of the rhythms proposed. */
  NO_SUCH_RHYTHM(422),
  /** Not a SIRET, or not one of the authority's. */
  NOT_ITS_SIRET(422),
  /** Only people of the authority have its files fetched in their name. */
  NOT_OF_THE_AUTHORITY(403);

  private final int status;

  UpkeepProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
