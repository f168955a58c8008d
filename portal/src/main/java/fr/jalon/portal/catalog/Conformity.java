package fr.jalon.portal.catalog;

/**
 * The schema a version follows.
 *
 * @param schema its stable code ("scdl/subventions")
 * @param version of the schema
 * @param title for people ("Subventions")
 * @param valid true when no error is left against it
 */
public record Conformity(String schema, String version, String title, boolean valid) {}
