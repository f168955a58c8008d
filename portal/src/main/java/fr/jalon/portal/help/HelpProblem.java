package fr.jalon.portal.help;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about help. */
public enum HelpProblem implements Problem {
  /** Also said of another authority's. */
  NO_SUCH_REQUEST(404),
  NO_SUCH_ATTACHMENT(404),
  /** Also said of one that nobody read again yet, to those who may not. */
  NO_SUCH_ARTICLE(404),
  /** Whoever belongs to no authority asks nobody. */
  FOR_AUTHORITIES(403),
  /** Done by those who accompany authorities. */
  FOR_HELPERS(403),
  WORDS_MISSING(422),
  TOO_LONG(422),
  NO_SUCH_CHOICE(422),
  NO_SUCH_DAY(422),
  /** {0} is the largest size. */
  ATTACHMENT_TOO_LARGE(413),
  TOO_MANY_ATTACHMENTS(422),
  /** Asked faster than anyone writes. */
  TOO_MANY_REQUESTS(429),
  /** The deposit it is about is no more. */
  NO_DEPOSIT(409),
  CHANGED_MEANWHILE(409),
  /** The authority is accompanied by no season. */
  NOT_ACCOMPANIED(409),
  /** It was counted already. */
  COUNTED_ALREADY(409),
  /** What was solved is told, nothing else. */
  NOT_SOLVED(409),
  /** {0} is what tells who. */
  NAMES_LEFT(422),
  /** Whoever wrote it is not who reads it again. */
  SECOND_READER(403);

  private final int status;

  HelpProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
