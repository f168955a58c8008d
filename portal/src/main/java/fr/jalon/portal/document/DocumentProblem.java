package fr.jalon.portal.document;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about texts and papers. */
public enum DocumentProblem implements Problem {
  NO_SUCH_PAPER(404),
  NO_SUCH_TEXT(404),
  /** Somebody wrote the text since the page was made. */
  TEXT_CHANGED(409),
  /** The text is no template. */
  TEXT_FAULTY(422),
  /** A field that the text names has no value here. */
  FIELDS_MISSING(422),
  /** With these values it is longer than {@link Document#MOST_CHARACTERS}. */
  DOCUMENT_TOO_LONG(422),
  /** No file was given. */
  FILE_MISSING(422),
  /** A scan is a PDF or a picture. */
  NOT_A_SCAN(422);

  private final int status;

  DocumentProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
