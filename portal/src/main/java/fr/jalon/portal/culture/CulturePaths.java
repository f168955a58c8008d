package fr.jalon.portal.culture;

import fr.jalon.portal.catalog.CatalogPaths;

/** The addresses of this room. */
final class CulturePaths {
  static final String REUSES = "/usages";
  static final String PROPOSE = REUSES + "/proposer";
  static final String TO_READ = REUSES + "/a-lire";
  static final String FIRST = "/premiers-jeux";

  private CulturePaths() {}

  static String ask(String slug) {
    return CatalogPaths.dataset(slug) + "/question";
  }

  static String answers(String slug) {
    return CatalogPaths.care(slug) + "/questions";
  }
}
