package fr.jalon.portal.explore;

/**
 * A choice of a field.
 *
 * @param name what the form sends
 */
public record Option(String name, String text, boolean chosen) {}
