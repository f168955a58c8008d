package fr.jalon.portal.review;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about reports. */
public enum ReviewProblem implements Problem {
  /** Also said to those who are not to know of it. */
  NO_SUCH_REVIEW(404),
  NO_SUCH_PASSAGE(404),
  NO_SUCH_LINK(404),
  LINK_EXPIRED(410),
  FOR_THE_REGION(403),
  /** What an authority thinks is said by itself. */
  FOR_AUTHORITIES(403),
  /** Somebody wrote there meanwhile. */
  CHANGED_MEANWHILE(409),
  /** Somebody else of the authority answered meanwhile. */
  ANSWERED_MEANWHILE(409),
  /** Facts or words are no longer what the page showed. */
  FIGURES_CHANGED(409),
  /** A supplement is the way. */
  FROZEN(409),
  NOT_FROZEN(409),
  TOO_EARLY(409),
  ADDED_ALREADY(409),
  NO_SUCH_PHASE(422),
  NO_SUCH_MARK(422),
  WORDS_MISSING(422),
  NAME_MISSING(422),
  TOO_LONG(422),
  NO_SUCH_SIREN(422),
  /** An authority does not publish the data of a season. */
  NOT_AN_ORGANIZER(422),
  ORGANIZER_MISSING(422);

  private final int status;

  ReviewProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
