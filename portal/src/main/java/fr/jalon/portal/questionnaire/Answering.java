package fr.jalon.portal.questionnaire;

import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.questionnaire.Sheet.Standing;
import fr.jalon.portal.questionnaire.SheetViews.Refused;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The pages where one answers: the same with an account and with a link. */
@Component
class Answering {
  private final Fillings fillings;
  private final SheetViews views;

  Answering(Fillings fillings, SheetViews views) {
    this.fillings = fillings;
    this.views = views;
  }

  /** All sections, and who answers. */
  String overview(Page page, Access access, String base, String template, Model model) {
    Sheet sheet = fillings.sheet(access.filling(), access.beneficiary());
    List<Respondent> respondents =
        access.guides() ? fillings.listRespondents(access.filling().id()) : List.of();
    model.addAttribute("page", page.named(sheet.questionnaire().title()));
    model.addAttribute("view", views.of(page, access, sheet, respondents, base));
    return template;
  }

  String section(Page page, Access access, String base, String key, Model model) {
    return section(page, access, base, key, Map.of(), model);
  }

  private String section(
      Page page,
      Access access,
      String base,
      String key,
      Map<String, Refused> refused,
      Model model) {
    Sheet sheet = fillings.sheet(access.filling(), access.beneficiary());
    Section section = section(access, sheet, key);
    SheetView view = views.of(page, access, sheet, List.of(), base);
    model.addAttribute("page", page.named(section.title()));
    model.addAttribute("part", views.part(page, access, sheet, view, section, refused));
    return "questionnaire/section";
  }

  private static Section section(Access access, Sheet sheet, String key) {
    Section section =
        sheet
            .questionnaire()
            .findSection(key)
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
    if (!access.mayAnswer(key)) {
      throw new Rejected(QuestionnaireProblem.NOT_YOUR_SECTION);
    }
    return section;
  }

  /** Keeps what a whole section holds; what is wrong is shown again as it was written. */
  String save(
      Page page,
      Access access,
      String base,
      String key,
      MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    Sheet sheet = fillings.sheet(access.filling(), access.beneficiary());
    Section section = section(access, sheet, key);
    Map<String, Refused> refused = new LinkedHashMap<>();
    MultiValueMap<String, String> now = renamed(access, sheet, sent);
    for (Question question : section.questions()) {
      if (now.keySet().stream().anyMatch(name -> isOf(question, name))) {
        try {
          keep(access, sheet, question, now);
        } catch (Rejected wrong) {
          if (wrong.problem().status() != 422) {
            throw wrong;
          }
          String typed = now.getFirst(ReplyForm.field(question.key()));
          refused.put(question.key(), new Refused(Objects.requireNonNullElse(typed, ""), wrong));
        }
      }
    }
    if (!refused.isEmpty()) {
      response.setStatus(422);
      return section(page, access, base, key, refused, model);
    }
    List<Section> all = SheetViews.sections(access, sheet);
    int next = all.indexOf(section) + 1;
    return "redirect:" + (next < all.size() ? base + "/" + all.get(next).key() : base);
  }

  /** A version put to use since the page was made may name a question otherwise. */
  private MultiValueMap<String, String> renamed(
      Access access, Sheet sheet, MultiValueMap<String, String> sent) {
    List<String> gone =
        sent.keySet().stream()
            .filter(name -> name.matches("q\\.[a-z0-9-]{1,40}(\\..*)?"))
            .map(name -> name.split("\\.")[1])
            .distinct()
            .filter(key -> sheet.questionnaire().find(key).isEmpty())
            .toList();
    Map<String, String> names =
        gone.isEmpty() ? Map.of() : fillings.version(access.filling()).correspondence();
    if (names.isEmpty()) {
      return sent;
    }
    MultiValueMap<String, String> now = new LinkedMultiValueMap<>(sent);
    for (String key : gone.stream().filter(names::containsKey).toList()) {
      String before = ReplyForm.field(key);
      String after = ReplyForm.field(names.getOrDefault(key, key));
      sent.forEach(
          (name, values) -> {
            if (name.equals(before) || name.startsWith(before + ".")) {
              now.put(after + name.substring(before.length()), values);
            }
          });
    }
    return now;
  }

  private static boolean isOf(Question question, String name) {
    String field = ReplyForm.field(question.key());
    return name.equals(field) || name.startsWith(field + ".");
  }

  /** An answer shown as it was, by somebody else or by us, is not given again in one's own name. */
  private void keep(
      Access access, Sheet sheet, Question question, MultiValueMap<String, String> sent) {
    Optional<Reply> reply = ReplyForm.read(question, sent);
    Respondent me = access.respondent();
    Optional<Reply> mine =
        sheet.answers(question.key()).stream()
            .filter(one -> me != null && one.respondentId().equals(me.id()))
            .map(Answer::reply)
            .findFirst();
    // what counts may have changed since the page was made: what it showed says what was touched
    String shown = sent.getFirst(ReplyForm.shownField(question.key()));
    boolean same =
        shown == null
            ? reply.equals(mine.or(() -> sheet.reply(question)))
            : shown.equals(ReplyForm.print(reply.orElse(null)));
    if (!same && (reply.isPresent() || mine.isPresent())) {
      fillings.answer(access, question.key(), reply.orElse(null));
    }
  }

  /**
   * Keeps one answer for the script of the page, and says what is asked from now on.
   *
   * @param saved "Enregistré à 14 h 32"
   * @param asked whether each question of the section is asked now
   */
  record Saved(String saved, String count, Map<String, Boolean> asked) {}

  Saved save(Page page, Access access, String key, MultiValueMap<String, String> sent) {
    Sheet before = fillings.sheet(access.filling(), access.beneficiary());
    MultiValueMap<String, String> now = renamed(access, before, sent);
    Question question =
        before
            .questionnaire()
            .find(key)
            .or(() -> before.questionnaire().find(fillings.version(access.filling()).after(key)))
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
    keep(access, before, question, now);
    Sheet after = fillings.sheet(access.filling(), access.beneficiary());
    Section section = after.questionnaire().sectionOf(question.key()).orElseThrow();
    Map<String, Boolean> asked = new LinkedHashMap<>();
    section
        .questions()
        .forEach(one -> asked.put(one.key(), after.standing(one) != Standing.NOT_ASKED));
    Sheet.Count count = after.count(section);
    String said = page.t("questionnaire.saved", page.time(fillings.now()));
    if (after.standing(question) == Standing.DIFFERING) {
      said += ". " + page.t("questionnaire.differ");
    }
    return new Saved(
        said, page.t("questionnaire.progress", count.answered(), count.asked()), asked);
  }
}
