package fr.jalon.portal.catalog;

import org.jspecify.annotations.Nullable;

/** What was asked for was withdrawn: answered 410 with its tombstone, whatever the address. */
final class Gone extends RuntimeException {
  private final transient Dataset dataset;
  private final transient @Nullable Version version;

  /**
   * @param version the one that was withdrawn alone, null when the dataset was
   */
  Gone(Dataset dataset, @Nullable Version version) {
    super("dataset " + dataset.id() + " withdrawn", null, false, false);
    this.dataset = dataset;
    this.version = version;
  }

  Dataset dataset() {
    return dataset;
  }

  @Nullable Version version() {
    return version;
  }
}
