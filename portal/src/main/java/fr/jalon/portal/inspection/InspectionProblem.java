package fr.jalon.portal.inspection;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request to have a file read. */
public enum InspectionProblem implements Problem {
  /** The form has no file, or several. */
  ONE_FILE(400),
  /** A parameter that does not exist. */
  UNKNOWN_PARAMETER(400),
  /** A parameter whose value cannot be. */
  BAD_PARAMETER(400),
  /** Nothing was chosen, or a file of no byte. */
  NO_FILE(422),
  /** The file is larger than what is tried while somebody waits. */
  TOO_LARGE_TO_TRY(413),
  /** The file is larger than what is taken. */
  TOO_LARGE(413),
  /** Every reader has been busy for long. */
  BUSY(503),
  /** The machine lacked room or strength; nothing is known of the file. */
  MACHINE(503);

  private final int status;

  InspectionProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
