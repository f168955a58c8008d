package fr.jalon.portal.upkeep;

import java.time.Instant;

/**
 * A dataset that passed from one person to another.
 *
 * @param from their name then, "" when nobody had it
 * @param by whoever decided it
 * @param note what was said to the new one, "" for nothing
 */
record Handover(Instant at, String from, String to, String by, String note) {}
