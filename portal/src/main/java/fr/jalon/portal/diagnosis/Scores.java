package fr.jalon.portal.diagnosis;

import fr.jalon.portal.diagnosis.Level.Evidence;
import fr.jalon.portal.questionnaire.Answer;
import fr.jalon.portal.questionnaire.Question;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.questionnaire.Reply;
import fr.jalon.portal.questionnaire.ReplyWords;
import fr.jalon.portal.questionnaire.Sheet;
import fr.jalon.portal.questionnaire.Sheet.Standing;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Levels from answers. A dimension's is the mean of the answers to its questions, by their weight:
 * what does not concern the authority has no part in it, so that its weight is shared out among the
 * rest; what it does not know has none either, and lowers the confidence.
 */
final class Scores {
  /** Evidence is kept in French: it is frozen with the answers, which are. */
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private Scores() {}

  static Profile of(Sheet sheet) {
    return new Profile(
        sheet.questionnaire().dimensions().stream().map(each -> level(sheet, each)).toList());
  }

  private static Level level(Sheet sheet, Section section) {
    double sum = 0;
    double weights = 0;
    int concerned = 0;
    int answered = 0;
    List<Evidence> evidence = new ArrayList<>();
    for (Question question : section.telling()) {
      Standing standing = sheet.standing(question);
      if (standing == Standing.NOT_ASKED || standing == Standing.NOT_CONCERNED) {
        continue;
      }
      concerned++;
      Optional<Reply> reply = sheet.reply(question);
      OptionalDouble level = reply.map(one -> one.level(question)).orElse(OptionalDouble.empty());
      if (level.isPresent()) {
        answered++;
        sum += question.weight() * level.getAsDouble();
        weights += question.weight();
      }
      reply.ifPresent(one -> evidence.add(evidence(sheet, question, one, level)));
    }
    return new Level(
        section.key(),
        section.title(),
        weights > 0 ? sum / weights : null,
        null,
        concerned,
        answered,
        evidence);
  }

  private static Evidence evidence(
      Sheet sheet, Question question, Reply reply, OptionalDouble level) {
    return new Evidence(
        question.text(),
        ReplyWords.of(FRENCH, question, reply),
        level.isPresent() ? level.getAsDouble() : null,
        question.weight(),
        sheet.answers(question.key()).stream()
            .filter(one -> one.reply().equals(reply))
            .map(Answer::respondent)
            .distinct()
            .collect(Collectors.joining(", ")));
  }
}
