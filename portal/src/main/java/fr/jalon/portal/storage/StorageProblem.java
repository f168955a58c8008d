package fr.jalon.portal.storage;

import fr.jalon.portal.web.Problem;

/** Why a file cannot be kept. */
public enum StorageProblem implements Problem {
  /** The disk has less free space than its reserve. */
  DISK_FULL(507);

  private final int status;

  StorageProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
