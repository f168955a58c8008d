package fr.jalon.portal.review;

import java.time.Instant;

/**
 * What somebody wrote in a report.
 *
 * @param text "" to come back to what is proposed
 * @param revision 1 for the first writing
 */
public record Written(Passage passage, String text, int revision, String by, Instant at) {}
