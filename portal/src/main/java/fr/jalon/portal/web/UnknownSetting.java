package fr.jalon.portal.web;

/** A setting of ours that nothing reads: most likely misspelt. */
final class UnknownSetting extends RuntimeException {
  private final String name;
  private final String nearest;

  /**
   * @param source where it is written
   */
  UnknownSetting(String name, String source, String nearest) {
    super("There is no setting '%s' (%s).".formatted(name, source));
    this.name = name;
    this.nearest = nearest;
  }

  String name() {
    return name;
  }

  /** The setting whose name is most like it. */
  String nearest() {
    return nearest;
  }
}
