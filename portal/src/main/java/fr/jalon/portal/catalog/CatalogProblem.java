package fr.jalon.portal.catalog;

import java.util.Locale;

/** What may be wrong in a request made to the catalog. */
public enum CatalogProblem {
  /** Also said of a sandbox the person may not know of. */
  NO_SUCH_DATASET(404),
  NO_SUCH_VERSION(404),
  /** Someone published that very version before. */
  ALREADY_PUBLISHED(409),
  /** Another version took its place in the sandbox meanwhile. */
  SANDBOX_CHANGED(409);

  private final int status;

  CatalogProblem(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
