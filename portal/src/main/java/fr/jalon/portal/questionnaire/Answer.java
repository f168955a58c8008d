package fr.jalon.portal.questionnaire;

import java.time.Instant;
import java.util.UUID;

/** What one respondent answered to a question, and when. */
public record Answer(
    String question, UUID respondentId, String respondent, Reply reply, Instant at) {}
