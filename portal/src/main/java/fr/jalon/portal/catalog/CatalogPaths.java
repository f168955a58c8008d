package fr.jalon.portal.catalog;

import fr.jalon.engine.export.WrittenFormat;
import java.util.UUID;

/** Where the pages of the catalog are. */
final class CatalogPaths {
  static final String DATASETS = "/jeux-de-donnees";
  static final String SANDBOX = "/bac-a-sable";
  static final String AUTHORITIES = "/collectivites";

  private CatalogPaths() {}

  static String dataset(String slug) {
    return DATASETS + "/" + slug;
  }

  static String sandbox(String slug) {
    return SANDBOX + "/" + slug;
  }

  static String authority(String slug) {
    return AUTHORITIES + "/" + slug;
  }

  /** "arbres-v2.csv"; "arbres-bac-a-sable.csv" before it has a number. */
  static String fileName(String slug, Version version, WrittenFormat format) {
    String which = version.number() == 0 ? "bac-a-sable" : "v" + version.number();
    return slug + "-" + which + "." + format.code();
  }

  /** A stable name for a dataset that survives its titles. */
  static String identifier(UUID id) {
    return "urn:uuid:" + id;
  }
}
