package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.agreement.AgreementPaper;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.DocumentProblem;
import fr.jalon.portal.document.PaperAnswers;
import fr.jalon.portal.document.PaperFormat;
import fr.jalon.portal.document.TemplateFault;
import fr.jalon.portal.document.TextEdition;
import fr.jalon.portal.document.TextKind;
import fr.jalon.portal.document.TextVersion;
import fr.jalon.portal.document.Texts;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of a season's papers, for those who write them. */
@Controller
@RequestMapping(ProgrammePaths.SEASONS + "/{slug}/textes")
class SeasonTextController {
  private final Seasons seasons;
  private final SeasonTexts seasonTexts;
  private final Texts texts;

  SeasonTextController(Seasons seasons, SeasonTexts seasonTexts, Texts texts) {
    this.seasons = seasons;
    this.seasonTexts = seasonTexts;
    this.texts = texts;
  }

  @GetMapping
  String list(Page page, Person who, @PathVariable String slug, Model model) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    Map<String, TextEdition> last =
        texts.lastEditions(season.id()).stream()
            .collect(Collectors.toMap(TextEdition::kind, Function.identity()));
    model.addAttribute("page", page.titled("programme.texts.title"));
    model.addAttribute("season", season);
    model.addAttribute(
        "lines",
        SeasonTexts.ALL.stream()
            .map(
                kind ->
                    new TextView.Line(
                        page.t(kind.messageKey()),
                        page.t(kind.messageKey() + ".about"),
                        href(season, kind),
                        state(page, last.get(kind.key()))))
            .toList());
    return "programme/texts";
  }

  private static String state(Page page, @Nullable TextEdition last) {
    return last == null || last.number() == 1
        ? page.t("programme.text.shipped")
        : page.t("programme.text.edition", last.number(), last.author(), page.dateTime(last.at()));
  }

  @GetMapping("/{kind}")
  String edit(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable("kind") String key,
      @RequestParam(name = "version", defaultValue = "-1") int number,
      Model model) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    TextKind kind = SeasonTexts.get(key);
    TextVersion current = seasonTexts.current(season, kind);
    TextVersion shown = number < 0 ? current : texts.get(season.id(), kind, number);
    String notice =
        shown.number() == current.number()
            ? ""
            : page.t("programme.text.former", shown.number(), current.number());
    Sent sent = new Sent(shown.text(), current.number(), null);
    return form(page, who, season, kind, sent, notice, model);
  }

  @PostMapping("/{kind}")
  String save(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable("kind") String key,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    TextKind kind = SeasonTexts.get(key);
    Sent sent = Sent.of(form);
    try {
      seasonTexts.write(who, season, kind, sent.text(), sent.revision());
    } catch (Rejected rejected) {
      return again(page, who, season, kind, sent, rejected, model, response);
    }
    attributes.addFlashAttribute(
        Flash.NAME, Flash.of("programme.text.saved", page.t(kind.messageKey())));
    return "redirect:" + href(season, kind);
  }

  /** The page again, and why nothing was written; the other's words beside one's own. */
  private String again(
      Page page,
      Person who,
      Season season,
      TextKind kind,
      Sent sent,
      Rejected rejected,
      Model model,
      HttpServletResponse response) {
    if (rejected.problem().status() == 404 || rejected.problem().status() == 403) {
      throw rejected;
    }
    response.setStatus(rejected.problem().status());
    String said =
        rejected.problem() == DocumentProblem.TEXT_FAULTY ? "" : rejected.sentence(page.messages());
    if (rejected.problem() == DocumentProblem.TEXT_CHANGED) {
      TextVersion theirs = seasonTexts.current(season, kind);
      model.addAttribute("theirs", theirs);
      return form(
          page,
          who,
          season,
          kind,
          new Sent(sent.text(), theirs.number(), sent.subject()),
          said,
          model);
    }
    return form(page, who, season, kind, sent, said, model);
  }

  /** What the text would make, without keeping it. */
  @PostMapping("/{kind}/apercu")
  String preview(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable("kind") String key,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    TextKind kind = SeasonTexts.get(key);
    Sent sent = Sent.of(form);
    try {
      model.addAttribute(
          "document", seasonTexts.preview(who, season, kind, sent.text(), sent.subject()));
    } catch (Rejected rejected) {
      return again(page, who, season, kind, sent, rejected, model, response);
    }
    return form(page, who, season, kind, sent, "", model);
  }

  @PostMapping("/{kind}/apercu.{format:pdf|odt}")
  Object file(
      Page page,
      Person who,
      @PathVariable String slug,
      @PathVariable("kind") String key,
      @PathVariable String format,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    TextKind kind = SeasonTexts.get(key);
    Sent sent = Sent.of(form);
    try {
      Document document = seasonTexts.preview(who, season, kind, sent.text(), sent.subject());
      return PaperAnswers.written(document, kind.key(), PaperFormat.of(format));
    } catch (Rejected rejected) {
      return again(page, who, season, kind, sent, rejected, model, response);
    }
  }

  /** Back to the words that are shipped; those that were written stay among the versions. */
  @PostMapping("/{kind}/livre")
  String ship(
      Person who,
      @PathVariable String slug,
      @PathVariable("kind") String key,
      @RequestParam MultiValueMap<String, String> form,
      RedirectAttributes attributes) {
    Seasons.requireAdministrator(who);
    Season season = seasons.get(slug);
    TextKind kind = SeasonTexts.get(key);
    seasonTexts.write(who, season, kind, kind.shipped(), Sent.of(form).revision());
    attributes.addFlashAttribute(Flash.NAME, Flash.of("programme.text.shipped.done"));
    return "redirect:" + href(season, kind);
  }

  /** What the form sent. */
  private record Sent(String text, int revision, @Nullable UUID subject) {
    static Sent of(MultiValueMap<String, String> form) {
      Fields fields = new Fields(form);
      List<UUID> subjects = fields.ids("exemple");
      String text = form.getFirst("text");
      return new Sent(
          text == null ? "" : text, fields.revision(), subjects.isEmpty() ? null : subjects.get(0));
    }
  }

  private String form(
      Page page, Person who, Season season, TextKind kind, Sent sent, String notice, Model model) {
    TextVersion current = seasonTexts.current(season, kind);
    List<TemplateFault> faults = kind.faults(sent.text());
    model.addAttribute("page", page.titled(kind.messageKey()));
    model.addAttribute("season", season);
    model.addAttribute(
        "view",
        new TextView(
            href(season, kind),
            sent.text(),
            sent.revision(),
            notice,
            faults.stream()
                .map(one -> page.t(one.kind().messageKey(), one.what(), one.line()))
                .toList(),
            names(page, kind),
            texts.editions(season.id(), kind),
            current.number(),
            current.text().equals(kind.shipped()),
            seasonTexts.subjects(season, kind),
            sent.subject() == null ? "" : sent.subject().toString(),
            kind == AgreementPaper.ARTICLES,
            kind instanceof AgreementPaper ? seasons.countSigned(season.id()) : 0));
    return "programme/text";
  }

  private static List<TextView.Name> names(Page page, TextKind kind) {
    return Stream.concat(
            kind.fields().stream().map(name -> name(page, name, false)),
            kind.parts().stream().map(name -> name(page, name, true)))
        .toList();
  }

  private static TextView.Name name(Page page, String name, boolean part) {
    String key = "document.field." + name;
    return new TextView.Name(
        "{{" + name + "}}", page.t(key), part ? page.t("document.part") : page.t(key + ".example"));
  }

  private static String href(Season season, TextKind kind) {
    return season.href() + "/textes/" + kind.key();
  }
}
