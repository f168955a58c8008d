package fr.jalon.portal.review;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a beneficiary thinks of its accompaniment.
 *
 * @param replies by question: a mark from 1 to 4, "" for no opinion, or words; null while nobody
 *     answered
 * @param answeredBy a name, null while nobody answered
 * @param expiresAt of the link it may be answered by, null when there is none
 */
public record Survey(
    UUID beneficiaryId,
    @Nullable Map<SurveyQuestion, String> replies,
    int revision,
    @Nullable String answeredBy,
    @Nullable Instant answeredAt,
    @Nullable Instant expiresAt) {

  /**
   * A question as the form shows it.
   *
   * @param marks by value, none for one that is answered in words
   */
  public record Asked(String key, String text, Map<String, String> marks, String reply) {}

  static Survey none(UUID beneficiaryId) {
    return new Survey(beneficiaryId, null, 0, null, null, null);
  }

  boolean isAnswered() {
    return replies != null;
  }

  String reply(SurveyQuestion question) {
    return replies == null ? "" : replies.getOrDefault(question, "");
  }

  /** The mark given, empty for no opinion. */
  OptionalDouble mark(SurveyQuestion question) {
    String reply = question.isMarked() ? reply(question) : "";
    return reply.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(reply));
  }
}
