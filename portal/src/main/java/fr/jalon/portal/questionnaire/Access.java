package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.web.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Someone before a questionnaire, and what they may do there.
 *
 * @param respondent null while they answered nothing
 * @param person null for those who follow a link
 */
record Access(
    Filling filling,
    Beneficiary beneficiary,
    Right right,
    @Nullable Respondent respondent,
    @Nullable Person person) {
  enum Right {
    /** By a link: answers the sections they were given. */
    LINK,
    /** Answers. */
    MEMBER,
    /** The référent: invites, chooses between answers, hands in. */
    GUIDE,
    /** Those of the region: the same, with the authority. */
    STAFF
  }

  boolean guides() {
    return right == Right.GUIDE || right == Right.STAFF;
  }

  boolean mayAnswer(String section) {
    return respondent == null || respondent.mayAnswer(section);
  }

  void requireGuide() {
    if (!guides()) {
      throw new Rejected(QuestionnaireProblem.FOR_GUIDES);
    }
  }
}
