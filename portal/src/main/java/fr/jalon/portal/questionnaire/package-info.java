/**
 * What authorities are asked, by versions, and what they answer: the questionnaire of each
 * beneficiary, its respondents, invitations by link, and answers that differ.
 *
 * <p>Not here: what is made of the answers ({@code diagnosis}).
 *
 * <p>To add a kind of question, add a constant to {@link
 * fr.jalon.portal.questionnaire.Question.Kind}, its reading to {@code ReplyForm} and its control to
 * {@code question.jte}. What is asked is data: the file {@code questionnaire.yaml} for the first
 * version, the administrator's page for the next ones.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "catalog",
      "checklist",
      "organization",
      "programme",
      "register",
      "web"
    })
package fr.jalon.portal.questionnaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
