package fr.jalon.portal.questionnaire;

import org.jspecify.annotations.Nullable;

/**
 * A beneficiary in the list of a season, with where its questionnaire is.
 *
 * @param mark of its state
 * @param result address of its diagnosis, null while nothing was begun
 */
public record FillingLine(
    String name, String href, String state, String mark, @Nullable String result) {}
