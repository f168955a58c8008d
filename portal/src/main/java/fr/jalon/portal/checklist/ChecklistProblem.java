package fr.jalon.portal.checklist;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about a checklist. */
public enum ChecklistProblem implements Problem {
  NO_SUCH_ITEM(404),
  /** Someone said something of it since the page was made. */
  CHANGED_MEANWHILE(409),
  /** Out of the count, or done, without a word. */
  WORDS_MISSING(422),
  /** The proof is an address. */
  LINK_MISSING(422),
  NO_SUCH_LINK(422),
  NO_SUCH_DAY(422),
  NO_SUCH_STATE(422),
  /** Facts tick it, not people. */
  TICKS_ITSELF(422),
  TOO_LONG(422);

  private final int status;

  ChecklistProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
