package fr.jalon.portal.culture;

import fr.jalon.portal.web.Problem;

/** What may be wrong in what people write to each other about data. */
enum CultureProblem implements Problem {
  /** Also said of another dataset's. */
  NO_SUCH_QUESTION(404),
  NO_SUCH_REUSE(404),
  NO_SUCH_AUTHORITY(404),
  WORDS_MISSING(422),
  /** {0} is the most characters. */
  TOO_LONG(422),
  NO_SUCH_EMAIL(422),
  /** The address of a page on the web, and nothing else. */
  NO_SUCH_ADDRESS(422),
  NO_SUCH_CHOICE(422),
  /** {0} is the most links. */
  TOO_MANY_LINKS(422),
  /** Sent sooner than anybody writes, or from a page left open too long. */
  SEND_AGAIN(422),
  /** Asked faster than anyone writes. */
  TOO_MANY_REQUESTS(429),
  /** As many wait as somebody can read. */
  TOO_MANY_WAITING(429),
  CHANGED_MEANWHILE(409);

  private final int status;

  CultureProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
