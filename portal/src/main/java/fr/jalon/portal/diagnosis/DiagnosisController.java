package fr.jalon.portal.diagnosis;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.diagnosis.Diagnoses.Current;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Odt;
import fr.jalon.portal.document.Pdf;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.QuestionnairePaths;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The diagnosis of an authority: as it stands, as it was frozen, one beside the other. */
@Controller
@RequestMapping(DiagnosisPaths.ALL + "/{id}")
class DiagnosisController {
  private static final MediaType ODT =
      MediaType.parseMediaType("application/vnd.oasis.opendocument.text");

  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Beneficiaries beneficiaries;

  DiagnosisController(Diagnoses diagnoses, Interviews interviews, Beneficiaries beneficiaries) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.beneficiaries = beneficiaries;
  }

  @GetMapping
  String show(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "questionnaire", defaultValue = "") String occasion,
      Model model) {
    return show(page, who, id, occasion(occasion), FormErrors.NONE, Map.of(), model);
  }

  private static Occasion occasion(String written) {
    return written.equals("sortie") ? Occasion.EXIT : Occasion.ENTRY;
  }

  private String show(
      Page page,
      Person who,
      UUID id,
      Occasion occasion,
      FormErrors errors,
      Map<String, String> typed,
      Model model) {
    Beneficiary one = beneficiaries.getFor(id, who);
    Optional<Current> current = diagnoses.look(who, id, occasion);
    model.addAttribute("page", page.titled("diagnosis.title"));
    model.addAttribute("beneficiary", one);
    if (current.isEmpty()) {
      model.addAttribute("questionnaire", QuestionnairePaths.of(id));
      return "diagnosis/none";
    }
    Current now = current.get();
    Messages words = page.messages();
    boolean staff = Diagnoses.isOfTheRegion(who);
    Map<String, String> names = new LinkedHashMap<>();
    names.put(occasion.name(), page.t("diagnosis.frozen." + occasion));
    names.put("", page.t("diagnosis.frozen.OTHER"));
    model.addAttribute("view", DiagnosisViews.of(words, one, now.findings(), now.medians(), null));
    model.addAttribute("occasion", page.t("questionnaire.occasion." + occasion));
    model.addAttribute("exit", occasion == Occasion.EXIT);
    model.addAttribute("sheet", now.filling().href());
    model.addAttribute("frozen", frozen(words, now.snapshots()));
    model.addAttribute("names", names);
    model.addAttribute("talks", talks(page, interviews.listOf(who, id), staff));
    model.addAttribute("staff", staff);
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    return "diagnosis/diagnosis";
  }

  private static List<DiagnosisView.Frozen> frozen(Messages words, List<Snapshot> all) {
    return all.stream()
        .map(
            one ->
                new DiagnosisView.Frozen(
                    one.name(),
                    one.href(),
                    words.text("diagnosis.frozen.by", one.by(), one.at(), one.version())))
        .toList();
  }

  static List<DiagnosisView.Talk> talks(Page page, List<Interview> all, boolean staff) {
    return all.stream()
        .map(
            one ->
                new DiagnosisView.Talk(
                    what(page, one, staff),
                    one.isReleased() || staff ? one.summary() : "",
                    page.t(
                        one.isReleased()
                            ? "diagnosis.interview.released"
                            : "diagnosis.interview.kept"),
                    staff ? one.href() : null))
        .toList();
  }

  /** The authority reads the summary, not who was met. */
  private static String what(Page page, Interview one, boolean staff) {
    String guide = page.t("diagnosis.guide." + one.guide());
    String day = page.date(one.day());
    return staff
        ? page.t("diagnosis.interview.of", guide, day, one.met())
        : page.t("diagnosis.interview.on", guide, day);
  }

  @PostMapping("/niveaux/{dimension}")
  String adjust(
      Page page,
      Person who,
      @PathVariable UUID id,
      @PathVariable String dimension,
      @RequestParam(name = "questionnaire", defaultValue = "") String occasion,
      @RequestParam(name = "level", defaultValue = "") String level,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Diagnoses.requireRegion(who);
    Current now =
        diagnoses
            .look(who, id, occasion(occasion))
            .orElseThrow(() -> new Rejected(DiagnosisProblem.NO_SUCH_DIAGNOSIS));
    if (now.findings().profile().levels().stream()
        .noneMatch(one -> one.dimension().equals(dimension))) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_DIMENSION);
    }
    try {
      diagnoses.adjust(who, now.filling().id(), dimension, level(level), reason);
    } catch (Rejected wrong) {
      Map<String, String> typed = Map.of(dimension, reason, dimension + ".level", level.strip());
      return again(page, who, id, occasion, dimension, wrong, typed, model, response);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("diagnosis.adjusted.done"));
    return back(id, occasion) + "#" + dimension;
  }

  private String again(
      Page page,
      Person who,
      UUID id,
      String occasion,
      String field,
      Rejected wrong,
      Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    if (wrong.problem().status() != 422) {
      throw wrong;
    }
    response.setStatus(422);
    return show(
        page,
        who,
        id,
        occasion(occasion),
        FormErrors.of(field, wrong.sentence(page.messages())),
        typed,
        model);
  }

  private static String back(UUID id, String occasion) {
    return "redirect:"
        + DiagnosisPaths.of(id)
        + (occasion(occasion) == Occasion.EXIT ? "?questionnaire=sortie" : "");
  }

  /** Null for what was computed. */
  private static @Nullable Double level(String written) {
    String number = written.strip().replace(',', '.');
    if (number.isEmpty()) {
      return null;
    }
    if (!number.matches("\\d(\\.[05])?")) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_LEVEL);
    }
    return Double.valueOf(number);
  }

  @PostMapping("/figer")
  String freeze(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "questionnaire", defaultValue = "") String from,
      @RequestParam(name = "occasion", defaultValue = "") String occasion,
      @RequestParam(name = "name", defaultValue = "") String name,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Occasion of =
        occasion.equals(Occasion.ENTRY.name()) || occasion.equals(Occasion.EXIT.name())
            ? Occasion.valueOf(occasion)
            : null;
    try {
      Snapshot frozen = diagnoses.freeze(who, id, occasion(from), of, name);
      attributes.addFlashAttribute(Flash.NAME, Flash.of("diagnosis.frozen.done", frozen.name()));
      return "redirect:" + frozen.href();
    } catch (Rejected wrong) {
      String field = wrong.problem() == DiagnosisProblem.ANOTHER_OCCASION ? "occasion" : "name";
      return again(page, who, id, from, field, wrong, Map.of("name", name), model, response);
    }
  }

  @GetMapping("/figes/{snapshot}")
  String frozen(
      Page page, Person who, @PathVariable UUID id, @PathVariable UUID snapshot, Model model) {
    Beneficiary one = beneficiaries.getFor(id, who);
    Snapshot frozen = find(who, id, snapshot);
    model.addAttribute("page", page.named(frozen.name()));
    model.addAttribute("beneficiary", one);
    model.addAttribute("snapshot", frozen);
    model.addAttribute(
        "view", DiagnosisViews.of(page.messages(), one, frozen.findings(), Medians.NONE, null));
    model.addAttribute(
        "by", page.t("diagnosis.frozen.by", frozen.by(), frozen.at(), frozen.version()));
    return "diagnosis/frozen";
  }

  private Snapshot find(Person who, UUID id, UUID snapshot) {
    return diagnoses.listSnapshots(who, id).stream()
        .filter(one -> one.id().equals(snapshot))
        .findFirst()
        .orElseThrow(() -> new Rejected(DiagnosisProblem.NO_SUCH_SNAPSHOT));
  }

  /** Entry and exit side by side; any two that were frozen when asked. */
  @GetMapping("/comparer")
  String compare(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam(name = "avant", defaultValue = "") String before,
      @RequestParam(name = "apres", defaultValue = "") String after,
      Model model) {
    Beneficiary one = beneficiaries.getFor(id, who);
    List<Snapshot> all = diagnoses.listSnapshots(who, id);
    if (all.size() < 2) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_SNAPSHOT);
    }
    Snapshot first = pick(all, before, Occasion.ENTRY, all.get(0));
    Snapshot second = pick(all, after, Occasion.EXIT, all.get(all.size() - 1));
    Map<String, String> choices = new LinkedHashMap<>();
    all.forEach(each -> choices.put(each.id().toString(), each.name()));
    model.addAttribute("page", page.titled("diagnosis.compare"));
    model.addAttribute("beneficiary", one);
    model.addAttribute("first", first);
    model.addAttribute("second", second);
    model.addAttribute("choices", choices);
    model.addAttribute(
        "view", DiagnosisViews.of(page.messages(), one, second.findings(), Medians.NONE, first));
    return "diagnosis/compare";
  }

  private static Snapshot pick(
      List<Snapshot> all, String asked, Occasion occasion, Snapshot otherwise) {
    return all.stream()
        .filter(
            one -> asked.isEmpty() ? one.occasion() == occasion : one.id().toString().equals(asked))
        .reduce((former, last) -> last)
        .orElse(otherwise);
  }

  @GetMapping({"/diagnostic.{format}", "/figes/{snapshot}/diagnostic.{format}"})
  ResponseEntity<byte[]> paper(
      Person who,
      @PathVariable UUID id,
      @PathVariable(required = false) @Nullable UUID snapshot,
      @PathVariable String format,
      @RequestParam(name = "questionnaire", defaultValue = "") String occasion)
      throws IOException {
    if (!format.equals("pdf") && !format.equals("odt")) {
      throw new Rejected(DiagnosisProblem.NO_SUCH_DIAGNOSIS);
    }
    Document document =
        snapshot == null ? paper(who, id, occasion(occasion)) : paper(who, find(who, id, snapshot));
    boolean pdf = format.equals("pdf");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (pdf) {
      Pdf.write(document, out);
    } else {
      Odt.write(document, out);
    }
    return ResponseEntity.ok()
        .contentType(pdf ? MediaType.APPLICATION_PDF : ODT)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("diagnostic." + format).build().toString())
        .body(out.toByteArray());
  }

  private Document paper(Person who, UUID id, Occasion occasion) {
    Current now =
        diagnoses
            .look(who, id, occasion)
            .orElseThrow(() -> new Rejected(DiagnosisProblem.NO_SUCH_DIAGNOSIS));
    Messages french = Messages.in(Messages.FRENCH);
    return DiagnosisPaper.of(
        DiagnosisViews.of(french, now.beneficiary(), now.findings(), now.medians(), null),
        french.text("questionnaire.occasion." + occasion),
        diagnoses.now());
  }

  private Document paper(Person who, Snapshot frozen) {
    return DiagnosisPaper.of(
        DiagnosisViews.of(
            Messages.in(Messages.FRENCH),
            beneficiaries.getFor(frozen.beneficiaryId(), who),
            frozen.findings(),
            Medians.NONE,
            null),
        frozen.name(),
        frozen.at());
  }
}
