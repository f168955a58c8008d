package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Token;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What beneficiaries think of their accompaniment: one answer each, which they may change. */
@Service
class Surveys {
  /** Of the link it may be answered by, as of the links of questionnaires. */
  static final Duration LINK_LIFE = Duration.ofDays(14);

  private final SurveyRows rows;
  private final Beneficiaries beneficiaries;
  private final Seasons seasons;

  Surveys(SurveyRows rows, Beneficiaries beneficiaries, Seasons seasons) {
    this.rows = rows;
    this.beneficiaries = beneficiaries;
    this.seasons = seasons;
  }

  /** Whoever calls checks who may see it. */
  @Transactional(readOnly = true)
  public Survey find(UUID beneficiaryId) {
    return rows.find(beneficiaryId).orElseGet(() -> Survey.none(beneficiaryId));
  }

  /** Those of these beneficiaries, in no order. */
  @Transactional(readOnly = true)
  public List<Survey> listOf(Collection<UUID> beneficiaryIds) {
    return rows.listOf(beneficiaryIds);
  }

  /**
   * Makes a link by which someone without an account answers; the one before leads nowhere.
   *
   * @return its secret
   */
  @Transactional
  public String link(Person by, UUID beneficiaryId) {
    ReviewRules.requireRegion(by);
    Beneficiary one = beneficiaries.getFor(beneficiaryId, by);
    String token = Token.make();
    rows.link(one.id(), Token.sha256(token), seasons.now().plus(LINK_LIFE));
    return token;
  }

  /** Whose survey a link leads to. */
  @Transactional(readOnly = true)
  public Survey enter(String token) {
    Survey survey =
        rows.findByToken(Token.sha256(token))
            .orElseThrow(() -> new Rejected(ReviewProblem.NO_SUCH_LINK));
    Instant expires = survey.expiresAt();
    if (expires == null || expires.isBefore(seasons.now())) {
      throw new Rejected(ReviewProblem.LINK_EXPIRED);
    }
    return survey;
  }

  /**
   * Answers for an authority, or changes what was answered.
   *
   * @param revision of what the form showed
   * @param sent marks and words by the keys of the questions
   * @throws Rejected with {@link ReviewProblem#ANSWERED_MEANWHILE} when it was answered since
   */
  @Transactional
  public void answer(UUID beneficiaryId, String by, int revision, Map<String, String> sent) {
    Map<SurveyQuestion, String> replies = read(sent);
    if (!rows.answer(beneficiaryId, replies, revision, by, seasons.now())) {
      throw new Rejected(ReviewProblem.ANSWERED_MEANWHILE);
    }
  }

  private static Map<SurveyQuestion, String> read(Map<String, String> sent) {
    Map<SurveyQuestion, String> replies = new EnumMap<>(SurveyQuestion.class);
    for (SurveyQuestion question : SurveyQuestion.values()) {
      String reply = sent.getOrDefault(question.key(), "").strip();
      if (question.isMarked()) {
        if (!reply.matches("[1-" + SurveyQuestion.HIGHEST + "]?")) {
          throw new Rejected(ReviewProblem.NO_SUCH_MARK);
        }
        replies.put(question, reply);
      } else {
        replies.put(question, ReviewRules.text(reply));
      }
    }
    if (replies.values().stream().allMatch(String::isEmpty)) {
      throw new Rejected(ReviewProblem.WORDS_MISSING);
    }
    return replies;
  }
}
