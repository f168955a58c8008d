package fr.jalon.portal.privacy;

/** The addresses of this room. */
final class PrivacyPaths {
  /** What everyone may read. */
  static final String NOTICE = "/donnees-personnelles";

  /** One's own data. */
  static final String OWN = NOTICE + "/les-miennes";

  /** For administrators; its first page is the register. */
  static final String KEPT = NOTICE + "/gestion";

  static final String RETENTIONS = KEPT + "/conservation";
  static final String PEOPLE = KEPT + "/personnes";

  private PrivacyPaths() {}
}
