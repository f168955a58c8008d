package fr.jalon.portal.organization;

import fr.jalon.portal.web.Problem;

/** What may be wrong in a request about local authorities. */
public enum OrganizationProblem implements Problem {
  NO_SUCH_AUTHORITY(404);

  private final int status;

  OrganizationProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
