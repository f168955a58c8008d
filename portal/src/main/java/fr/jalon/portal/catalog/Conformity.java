package fr.jalon.portal.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The schema a version follows.
 *
 * @param schema its stable code ("scdl/subventions")
 * @param version of the schema
 * @param title for people ("Subventions")
 * @param problems how many are left against it, null when nobody counted them
 */
public record Conformity(String schema, String version, String title, @Nullable Integer problems) {
  /** True when nothing is left against it, null when nobody knows. */
  public @Nullable Boolean valid() {
    return problems == null ? null : problems == 0;
  }
}
