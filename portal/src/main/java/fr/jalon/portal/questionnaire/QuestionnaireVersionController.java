package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.questionnaire.Question.Column;
import fr.jalon.portal.questionnaire.Question.Kind;
import fr.jalon.portal.questionnaire.Question.Obligation;
import fr.jalon.portal.questionnaire.Question.Sensitivity;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator reads the versions of the questionnaire and writes the next one. */
@Controller
@RequestMapping(QuestionnairePaths.VERSIONS)
class QuestionnaireVersionController {
  private final Questionnaires questionnaires;

  QuestionnaireVersionController(Questionnaires questionnaires) {
    this.questionnaires = questionnaires;
  }

  @GetMapping
  String list(Page page, Model model) {
    List<QuestionnaireVersion> all = questionnaires.list();
    model.addAttribute("page", page.titled("questionnaire.versions"));
    model.addAttribute("versions", all);
    model.addAttribute("writing", all.stream().anyMatch(one -> !one.isUsed()));
    return "questionnaire/versions";
  }

  @PostMapping
  String makeNext(Person who) {
    return "redirect:" + questionnaires.makeNext(who).href();
  }

  @GetMapping("/{number:\\d+}")
  String show(Page page, @PathVariable int number, Model model) {
    QuestionnaireVersion version = questionnaires.get(number);
    model.addAttribute("page", page.titled("questionnaire.version", (long) number));
    model.addAttribute("version", version);
    model.addAttribute("carrying", version.isUsed() ? null : questionnaires.preview(version));
    return "questionnaire/version";
  }

  @PostMapping("/{number:\\d+}/utiliser")
  String use(
      @PathVariable int number,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      RedirectAttributes attributes) {
    questionnaires.putToUse(number, revision);
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("questionnaire.version.used", String.valueOf(number)));
    return "redirect:" + QuestionnairePaths.VERSIONS;
  }

  @PostMapping("/{number:\\d+}/abandonner")
  String giveUp(@PathVariable int number, RedirectAttributes attributes) {
    questionnaires.giveUp(number);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("questionnaire.version.given-up"));
    return "redirect:" + QuestionnairePaths.VERSIONS;
  }

  @GetMapping("/{number:\\d+}/questions/{key}")
  String edit(Page page, @PathVariable int number, @PathVariable String key, Model model) {
    QuestionnaireVersion version = questionnaires.get(number);
    Question question =
        version
            .content()
            .find(key)
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
    return form(page, version, question, "", new LinkedMultiValueMap<>(), null, model);
  }

  @PostMapping("/{number:\\d+}/questions/{key}")
  String change(
      Page page,
      @PathVariable int number,
      @PathVariable String key,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    QuestionnaireVersion version = questionnaires.get(number);
    Question question =
        version
            .content()
            .find(key)
            .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
    boolean removes = sent.containsKey("remove");
    return orSayWhy(
        () -> {
          if (removes) {
            questionnaires.remove(number, revision, key);
          } else {
            questionnaires.change(number, revision, key, one -> QuestionForm.changed(one, sent));
          }
          attributes.addFlashAttribute(
              Flash.NAME,
              Flash.of(removes ? "questionnaire.question.gone" : "questionnaire.question.kept"));
          return "redirect:" + version.href() + (removes ? "" : "#" + key);
        },
        wrong -> form(page, version, question, "", sent, wrong, model),
        response);
  }

  @GetMapping("/{number:\\d+}/sections/{section}/nouvelle")
  String anew(Page page, @PathVariable int number, @PathVariable String section, Model model) {
    return form(
        page, questionnaires.get(number), null, section, new LinkedMultiValueMap<>(), null, model);
  }

  @PostMapping("/{number:\\d+}/sections/{section}/nouvelle")
  String add(
      Page page,
      @PathVariable int number,
      @PathVariable String section,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    QuestionnaireVersion version = questionnaires.get(number);
    return orSayWhy(
        () -> {
          String replaces = QuestionForm.text(sent, "replaces");
          List<String> gone = gone(version).keySet().stream().toList();
          List<String> taken =
              new ArrayList<>(version.content().questions().map(Question::key).toList());
          taken.addAll(gone);
          Question made = QuestionForm.made(sent, taken, columns(version));
          questionnaires.add(
              number, revision, section, made, gone.contains(replaces) ? replaces : null);
          attributes.addFlashAttribute(Flash.NAME, Flash.of("questionnaire.question.kept"));
          return "redirect:" + version.href() + "#" + made.key();
        },
        wrong -> form(page, version, null, section, sent, wrong, model),
        response);
  }

  @PostMapping("/{number:\\d+}/questions/{key}/deplacer")
  String moveQuestion(
      @PathVariable int number,
      @PathVariable String key,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      @RequestParam(name = "sens", defaultValue = "") String direction) {
    QuestionnaireVersion version =
        questionnaires.moveQuestion(number, revision, key, places(direction));
    return "redirect:" + version.href() + "#" + key;
  }

  @PostMapping("/{number:\\d+}/sections")
  String addSection(
      Page page,
      @PathVariable int number,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    QuestionnaireVersion version = questionnaires.get(number);
    return orSayWhy(
        () -> {
          String title = ReplyForm.words(QuestionForm.text(sent, "title"), Question.LONGEST_TEXT);
          String key =
              QuestionForm.key(
                  title, version.content().sections().stream().map(Section::key).toList());
          questionnaires.addSection(number, revision, key, title, sent.containsKey("scored"));
          return "redirect:" + version.href() + "#section-" + key;
        },
        wrong -> sectionForm(page, version, null, sent, wrong, model),
        response);
  }

  @GetMapping("/{number:\\d+}/sections/{section}/modifier")
  String editSection(
      Page page, @PathVariable int number, @PathVariable String section, Model model) {
    QuestionnaireVersion version = questionnaires.get(number);
    return sectionForm(
        page, version, section(version, section), new LinkedMultiValueMap<>(), null, model);
  }

  @PostMapping("/{number:\\d+}/sections/{section}/modifier")
  String changeSection(
      Page page,
      @PathVariable int number,
      @PathVariable String section,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response) {
    QuestionnaireVersion version = questionnaires.get(number);
    Section former = section(version, section);
    return orSayWhy(
        () -> {
          if (sent.containsKey("remove")) {
            questionnaires.removeSection(number, revision, section);
            return "redirect:" + version.href();
          }
          questionnaires.changeSection(
              number,
              revision,
              section,
              ReplyForm.words(QuestionForm.text(sent, "title"), Question.LONGEST_TEXT),
              ReplyForm.limited(QuestionForm.text(sent, "intro"), Question.LONGEST_TEXT),
              sent.containsKey("scored"));
          return "redirect:" + version.href() + "#section-" + section;
        },
        wrong -> sectionForm(page, version, former, sent, wrong, model),
        response);
  }

  @PostMapping("/{number:\\d+}/sections/{section}/deplacer")
  String moveSection(
      @PathVariable int number,
      @PathVariable String section,
      @RequestParam(name = "revision", defaultValue = "-1") int revision,
      @RequestParam(name = "sens", defaultValue = "") String direction) {
    QuestionnaireVersion version =
        questionnaires.moveSection(number, revision, section, places(direction));
    return "redirect:" + version.href() + "#section-" + section;
  }

  /** As a button says it. */
  private static int places(String direction) {
    return switch (direction) {
      case "haut" -> -1;
      case "bas" -> 1;
      default -> throw new Rejected(QuestionnaireProblem.NO_SUCH_CHOICE);
    };
  }

  private static Section section(QuestionnaireVersion version, String key) {
    return version
        .content()
        .findSection(key)
        .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
  }

  private static String sectionForm(
      Page page,
      QuestionnaireVersion version,
      @Nullable Section section,
      MultiValueMap<String, String> sent,
      @Nullable Rejected wrong,
      Model model) {
    model.addAttribute(
        "page",
        section == null ? page.titled("questionnaire.section.new") : page.named(section.title()));
    model.addAttribute("version", version);
    model.addAttribute("section", section);
    model.addAttribute("typed", sent.toSingleValueMap());
    model.addAttribute("fault", wrong == null ? null : wrong.sentence(page.messages()));
    return "questionnaire/edit-section";
  }

  /** Those of the tables there are: a table that is made asks the same of its rows. */
  private static List<Column> columns(QuestionnaireVersion version) {
    return version
        .content()
        .questions()
        .filter(one -> one.kind() == Kind.TABLE)
        .findFirst()
        .map(Question::columns)
        .orElse(List.of());
  }

  /** Questions of the version before that this one asks no more. */
  private Map<String, String> gone(QuestionnaireVersion version) {
    Map<String, String> gone = new LinkedHashMap<>();
    if (version.number() > 1) {
      questionnaires
          .get(version.number() - 1)
          .content()
          .questions()
          .filter(one -> version.content().find(one.key()).isEmpty())
          .forEach(one -> gone.put(one.key(), one.text()));
    }
    return gone;
  }

  private interface Form {
    String again(Rejected wrong);
  }

  private static String orSayWhy(Supplier<String> what, Form form, HttpServletResponse response) {
    try {
      return what.get();
    } catch (Rejected wrong) {
      if (wrong.problem().status() != 422) {
        throw wrong;
      }
      response.setStatus(422);
      return form.again(wrong);
    }
  }

  private String form(
      Page page,
      QuestionnaireVersion version,
      @Nullable Question question,
      String section,
      MultiValueMap<String, String> sent,
      @Nullable Rejected wrong,
      Model model) {
    Messages words = page.messages();
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), words.text("questionnaire.kind." + kind));
    }
    Map<String, String> replaces = new LinkedHashMap<>();
    replaces.put("", words.text("questionnaire.replaces.none"));
    replaces.putAll(gone(version));
    model.addAttribute(
        "page",
        question == null ? page.titled("questionnaire.question.new") : page.named(question.text()));
    model.addAttribute("version", version);
    model.addAttribute("question", question);
    model.addAttribute(
        "action",
        version.href()
            + (question == null
                ? "/sections/" + section + "/nouvelle"
                : "/questions/" + question.key()));
    model.addAttribute("kinds", kinds);
    model.addAttribute("replaces", replaces);
    model.addAttribute(
        "conditions",
        IntStream.range(0, QuestionForm.CONDITIONS)
            .mapToObj(
                place ->
                    new ConditionField(
                        QuestionForm.whenField(place),
                        QuestionForm.conditions(words, version.content(), question, place),
                        Optional.ofNullable(sent.getFirst(QuestionForm.whenField(place)))
                            .orElse(
                                question == null
                                    ? ""
                                    : QuestionForm.written(question.when(), place))))
            .toList());
    model.addAttribute(
        "obligations", words(words, "questionnaire.obligation.", Obligation.values()));
    model.addAttribute(
        "sensitivities", words(words, "questionnaire.sensitivity.", Sensitivity.values()));
    Map<String, String> eases = new LinkedHashMap<>();
    for (int ease = 0; ease <= Question.EASIEST; ease++) {
      eases.put(String.valueOf(ease), words.text("questionnaire.ease." + ease));
    }
    model.addAttribute("eases", eases);
    model.addAttribute("more", QuestionForm.more());
    model.addAttribute("typed", sent.toSingleValueMap());
    model.addAttribute("fault", wrong == null ? null : wrong.sentence(words));
    return "questionnaire/edit";
  }

  private static Map<String, String> words(Messages words, String key, Enum<?>[] all) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Enum<?> one : all) {
      said.put(one.name(), words.text(key + one.name()));
    }
    return said;
  }
}
