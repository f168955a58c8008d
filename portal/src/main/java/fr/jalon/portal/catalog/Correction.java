package fr.jalon.portal.catalog;

/**
 * A word in the place of another.
 *
 * @param typed what people typed, without capitals nor accents
 * @param meant what datasets hold, written so too
 */
public record Correction(String typed, String meant) {}
