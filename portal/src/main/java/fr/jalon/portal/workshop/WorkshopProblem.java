package fr.jalon.portal.workshop;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about workshops. */
public enum WorkshopProblem implements Problem {
  /** Also said of those of a season one is not of. */
  NO_SUCH_WORKSHOP(404),
  NO_SUCH_MATERIAL(404),
  /** Whoever practises there no more, or never did. */
  NO_SUCH_TRAINEE(404),
  /** No workshop is under way with that code. */
  NO_SUCH_CODE(422),
  NAME_MISSING(422),
  NO_SUCH_EXERCISE(422),
  TITLE_MISSING(422),
  NO_SUCH_LINK(422),
  /** {0} is the largest size, in millions of bytes. */
  MATERIAL_TOO_LARGE(413),
  /** {0} is how many come already. */
  FEWER_THAN_COMING(422),
  /** It was called off. */
  CALLED_OFF(409),
  /** It has begun: places are no longer taken. */
  BEGUN(409),
  /** Nobody can join: it is not under way. */
  SHUT(409),
  /** {0} was seen there a moment ago: nobody else takes up their work. */
  STILL_THERE(409),
  /** {0} people practise already. */
  ROOM_FULL(409),
  /** Nothing was begun again, or it is taken back already. */
  NOTHING_TO_TAKE_BACK(409),
  /** Its authority is accompanied by another season. */
  NOT_OF_SEASON(403),
  TOO_MANY_TRIES(429);

  private final int status;

  WorkshopProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
