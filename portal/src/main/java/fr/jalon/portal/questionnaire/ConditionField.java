package fr.jalon.portal.questionnaire;

import java.util.Map;

/**
 * A condition as the form of a question shows it.
 *
 * @param options in words, by how they are sent
 */
public record ConditionField(String name, Map<String, String> options, String value) {}
