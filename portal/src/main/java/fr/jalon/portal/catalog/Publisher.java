package fr.jalon.portal.catalog;

import java.util.UUID;

/** The organization a dataset belongs to, as pages name it. */
public record Publisher(UUID id, String name, String slug) {
  /** Where its own page is. */
  public String href() {
    return CatalogPaths.authority(slug);
  }
}
