package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Access.Right;
import fr.jalon.portal.questionnaire.QuestionView.Option;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.questionnaire.Sheet.Count;
import fr.jalon.portal.questionnaire.Sheet.Standing;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a questionnaire in words. */
@Component
class SheetViews {
  /** Refused answers of a form, by question: what was typed, and why it is not kept. */
  record Refused(String typed, Rejected why) {}

  SheetView of(Page page, Access access, Sheet sheet, List<Respondent> respondents, String base) {
    Count all = sheet.count();
    return new SheetView(
        access.filling(),
        access.beneficiary().name(),
        page.t("questionnaire.occasion." + access.filling().occasion()),
        sheet.questionnaire().title(),
        base,
        access.guides(),
        access.right() == Right.STAFF,
        access.filling().isHandedIn(),
        page.t("questionnaire.progress", all.answered(), all.asked()),
        sections(access, sheet).stream()
            .map(
                section -> {
                  Count count = sheet.count(section);
                  return new SheetView.Line(
                      section.key(),
                      section.title(),
                      page.t("questionnaire.count", count.answered(), count.asked()),
                      count.answered() == count.asked(),
                      base + "/" + section.key());
                })
            .toList(),
        respondents.stream().map(one -> who(page, sheet, one)).toList(),
        sheet.differing().stream()
            .map(
                one ->
                    new SheetView.Difference(
                        one.text(),
                        base
                            + "/"
                            + sheet.questionnaire().sectionOf(one.key()).orElseThrow().key()
                            + "#"
                            + ReplyForm.field(one.key())))
            .toList());
  }

  static List<Section> sections(Access access, Sheet sheet) {
    return sheet.questionnaire().sections().stream()
        .filter(section -> access.mayAnswer(section.key()))
        .toList();
  }

  private static SheetView.Who who(Page page, Sheet sheet, Respondent one) {
    String sections =
        one.sections().isEmpty()
            ? page.t("questionnaire.respondent.all")
            : String.join(
                ", ",
                one.sections().stream()
                    .flatMap(key -> sheet.questionnaire().findSection(key).stream())
                    .map(Section::title)
                    .toList());
    String what = one.assisting() ? page.t("questionnaire.respondent.assisting") : sections;
    if (one.removedAt() != null) {
      what = page.t("questionnaire.respondent.removed", page.date(one.removedAt()));
    } else if (one.expiresAt() != null) {
      what = page.t("questionnaire.respondent.link", sections, page.date(one.expiresAt()));
    }
    return new SheetView.Who(one.id().toString(), one.name(), what, one.isRemoved());
  }

  SheetView.Part part(
      Page page,
      Access access,
      Sheet sheet,
      SheetView view,
      Section section,
      Map<String, Refused> refused) {
    List<Section> all = sections(access, sheet);
    int at = all.indexOf(section);
    Count count = sheet.count(section);
    return new SheetView.Part(
        view,
        section.key(),
        section.title(),
        section.intro(),
        page.t("questionnaire.progress", count.answered(), count.asked()),
        page.t("questionnaire.rank", at + 1, all.size()),
        section.questions().stream()
            .map(one -> question(page.messages(), access, sheet, one, refused.get(one.key())))
            .toList(),
        at + 1 < all.size() ? view.base() + "/" + all.get(at + 1).key() : null);
  }

  private static QuestionView question(
      Messages messages, Access access, Sheet sheet, Question question, @Nullable Refused refused) {
    Standing standing = sheet.standing(question);
    List<Answer> answers = sheet.answers(question.key());
    UUID me = access.respondent() == null ? null : access.respondent().id();
    Optional<Reply> mine =
        answers.stream()
            .filter(one -> one.respondentId().equals(me))
            .map(Answer::reply)
            .findFirst();
    Reply shown = mine.or(() -> sheet.reply(question)).orElse(null);
    Stream<String> by =
        answers.stream()
            .map(one -> messages.text("questionnaire.answered", one.respondent(), one.at()));
    Stream<String> chosen =
        sheet.settlement(question).stream()
            .filter(one -> answers.size() > 1)
            .map(one -> messages.text("questionnaire.settled", one.by(), one.at()));
    return new QuestionView(
        question,
        standing,
        shown,
        refused == null ? "" : refused.typed(),
        refused == null ? null : refused.why().sentence(messages),
        Stream.concat(by, chosen).toList(),
        standing == Standing.DIFFERING
            ? answers.stream()
                .map(
                    one ->
                        new Option(
                            one.respondentId().toString(),
                            one.respondent(),
                            ReplyWords.of(messages, question, one.reply()),
                            one.at().toString()))
                .toList()
            : List.of(),
        standing == Standing.KNOWN
            ? sheet
                .known(question)
                .map(
                    one ->
                        messages.text(
                            "questionnaire.known", ReplyWords.of(messages, question, one)))
                .orElse("")
            : "");
  }
}
