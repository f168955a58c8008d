package fr.jalon.portal.agreement;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.document.Author;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.KeptPaper;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.document.PaperAnswers;
import fr.jalon.portal.document.PaperFormat;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.FileNames;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of an agreement: how it stands, what happened, what may be recorded. */
@Controller
@RequestMapping("/conventions")
class AgreementController {
  private final Agreements agreements;
  private final AgreementPapers papers;
  private final KeptPapers kept;
  private final PaperAnswers answers;
  private final Organizations organizations;

  AgreementController(
      Agreements agreements,
      AgreementPapers papers,
      KeptPapers kept,
      PaperAnswers answers,
      Organizations organizations) {
    this.agreements = agreements;
    this.papers = papers;
    this.kept = kept;
    this.answers = answers;
    this.organizations = organizations;
  }

  /** Those of one's authority. */
  @GetMapping
  String list(Page page, Person who, Model model) {
    UUID own = who.organizationId();
    List<Agreement> found = own == null ? agreements.listAll() : agreements.listOf(own);
    Map<UUID, String> names =
        organizations
            .findAll(found.stream().map(Agreement::organizationId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(LocalAuthority::id, LocalAuthority::name));
    AgreementViews views = new AgreementViews(page, agreements.today());
    model.addAttribute("page", page.titled("agreement.list.title").widened());
    model.addAttribute(
        "lines",
        found.stream()
            .map(
                one ->
                    views.listed(
                        one, names.getOrDefault(one.organizationId(), ""), Viewer.of(who, one)))
            .toList());
    return "agreement/list";
  }

  @GetMapping("/{id}")
  String show(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(defaultValue = "") String jour,
      @RequestParam(defaultValue = "") String su,
      Model model) {
    return show(page, who, agreements.get(id), jour, su, "", "", model);
  }

  private String show(
      Page page,
      Person who,
      Agreement agreement,
      String day,
      String known,
      String notice,
      String opened,
      Model model) {
    Viewer viewer = Viewer.of(who, agreement);
    String authority = organizations.get(agreement.organizationId()).name();
    LocalDate on = day(day, agreements.today());
    LocalDate by = day(known, LocalDate.MAX);
    Instant moment =
        by.equals(LocalDate.MAX)
            ? null
            : by.plusDays(1).atStartOfDay(Agreements.ZONE).toInstant().minusNanos(1);
    boolean before =
        moment != null
            && agreement.facts().stream().noneMatch(fact -> !fact.recordedAt().isAfter(moment));
    AgreementViews views = new AgreementViews(page, agreements.today());
    model.addAttribute("page", page.titled("agreement.title", authority));
    model.addAttribute("view", views.of(agreement, authority, viewer, on, before ? null : moment));
    model.addAttribute("kept", viewer.money() ? kept.list(agreement.id()) : List.<KeptPaper>of());
    model.addAttribute("keeper", viewer.writes());
    model.addAttribute("notice", notice);
    model.addAttribute("opened", opened);
    model.addAttribute("known", moment == null || before ? "" : by.toString());
    return "agreement/agreement";
  }

  /** What an act will do, in words, before it is recorded. */
  @PostMapping("/{id}/apercu")
  String preview(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    Agreement agreement = writtenBy(id, who);
    Viewer viewer = Viewer.of(who, agreement);
    ActForm sent = ActForm.of(form);
    return orSayWhy(
        agreement,
        page,
        who,
        sent.kind(),
        model,
        response,
        () -> {
          Act act = act(sent, agreement, viewer);
          String authority = organizations.get(agreement.organizationId()).name();
          AgreementViews views = new AgreementViews(page, agreements.today());
          model.addAttribute("page", page.titled("agreement.form." + sent.kind()));
          model.addAttribute(
              "view",
              views.preview(agreement, authority, act, agreements.preview(id, act, who), sent));
          return "agreement/preview";
        });
  }

  @PostMapping("/{id}/faits")
  String record(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam(defaultValue = "-1") int revision,
      @RequestParam("paper") @Nullable MultipartFile paper,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes)
      throws IOException {
    Agreement agreement = writtenBy(id, who);
    Viewer viewer = Viewer.of(who, agreement);
    ActForm sent = ActForm.of(form);
    try {
      Act act = act(sent, agreement, viewer);
      String name = paper == null ? null : paper.getOriginalFilename();
      if (act instanceof Act.Sent && (paper == null || paper.isEmpty())) {
        // what was sent is kept, byte for byte
        Document document = papers.get(agreement, AgreementPaper.AGREEMENT.key());
        try (InputStream content =
            new ByteArrayInputStream(KeptPapers.bytes(document, PaperFormat.PDF))) {
          agreements.record(id, revision, act, who, "convention.pdf", content);
        }
      } else if (paper == null || paper.isEmpty() || name == null) {
        agreements.record(id, revision, act, who);
      } else {
        try (InputStream content = paper.getInputStream()) {
          agreements.record(id, revision, act, who, FileNames.plain(name, "piece"), content);
        }
      }
    } catch (Rejected rejected) {
      return again(agreements.get(id), page, who, sent.kind(), rejected, model, response);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("agreement.recorded.done"));
    return "redirect:" + AgreementViews.href(agreement);
  }

  /** The paper of a fact, to be kept and never shown in the page of ours. */
  @GetMapping("/{id}/pieces/{fact}")
  ResponseEntity<Resource> paper(@PathVariable UUID id, @PathVariable UUID fact, Person who) {
    seeingMoney(id, who);
    Agreements.Paper paper =
        agreements
            .findPaper(id, fact)
            .orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_FACT));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(paper.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(paper.file()));
  }

  /** A paper to print, or to be edited before it is. */
  @GetMapping("/{id}/documents/{name}.{format:pdf|odt}")
  ResponseEntity<Resource> document(
      @PathVariable UUID id, @PathVariable String name, @PathVariable String format, Person who)
      throws IOException {
    Document document = papers.get(seeingMoney(id, who), name);
    return PaperAnswers.written(document, name, PaperFormat.of(format));
  }

  /** Keeps a paper as it is now: it is given out. */
  @PostMapping("/{id}/documents/{name}")
  String keep(
      @PathVariable UUID id, @PathVariable String name, Person who, RedirectAttributes attributes) {
    Agreement agreement = writtenBy(id, who);
    KeptPaper paper = kept.keep(id, name, papers.get(agreement, name), author(who));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("document.kept.done", paper.title()));
    return "redirect:" + AgreementViews.href(agreement) + "#documents";
  }

  /** A paper as it was given out. */
  @GetMapping("/{id}/papiers/{paper}.{format:pdf|odt}")
  ResponseEntity<Resource> kept(
      @PathVariable UUID id, @PathVariable UUID paper, @PathVariable String format, Person who) {
    seeingMoney(id, who);
    return answers.kept(id, paper, PaperFormat.of(format));
  }

  @GetMapping("/{id}/papiers/{paper}/signe")
  ResponseEntity<Resource> scan(@PathVariable UUID id, @PathVariable UUID paper, Person who) {
    seeingMoney(id, who);
    return answers.scan(id, paper);
  }

  @PostMapping("/{id}/papiers/{paper}/signe")
  String attach(
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @RequestParam("scan") @Nullable MultipartFile scan,
      Person who,
      RedirectAttributes attributes)
      throws IOException {
    Agreement agreement = writtenBy(id, who);
    KeptPaper one = answers.attach(id, paper, scan, author(who));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("document.scan.done", one.title()));
    return "redirect:" + AgreementViews.href(agreement) + "#documents";
  }

  private Agreement seeingMoney(UUID id, Person who) {
    Agreement agreement = agreements.get(id);
    if (!Viewer.of(who, agreement).money()) {
      throw new Rejected(AgreementProblem.NO_SUCH_AGREEMENT);
    }
    return agreement;
  }

  private Agreement writtenBy(UUID id, Person who) {
    Agreement agreement = agreements.get(id);
    if (!Viewer.of(who, agreement).writes()) {
      throw new Rejected(AgreementProblem.NO_SUCH_AGREEMENT);
    }
    return agreement;
  }

  private static Author author(Person who) {
    return new Author(who.id(), who.name());
  }

  private Act act(ActForm sent, Agreement agreement, Viewer viewer) {
    Act act = sent.act(agreement.reckon(), agreements.today());
    if (!viewer.may(act)) {
      throw new Rejected(AgreementProblem.NO_SUCH_AGREEMENT);
    }
    return act;
  }

  private String orSayWhy(
      Agreement agreement,
      Page page,
      Person who,
      String opened,
      Model model,
      HttpServletResponse response,
      Supplier<String> what) {
    try {
      return what.get();
    } catch (Rejected rejected) {
      return again(agreement, page, who, opened, rejected, model, response);
    }
  }

  /** The page as it is now, and why nothing was done. */
  private String again(
      Agreement agreement,
      Page page,
      Person who,
      String opened,
      Rejected rejected,
      Model model,
      HttpServletResponse response) {
    if (rejected.problem() == AgreementProblem.NO_SUCH_AGREEMENT) {
      throw rejected;
    }
    response.setStatus(rejected.problem().status());
    String said = rejected.sentence(page.messages());
    if (rejected.problem() == AgreementProblem.NO_RENEWAL) {
      said =
          page.t(
              "agreement.no-renewal",
              AgreementViews.noRenewal(agreement.text()),
              agreement.text().reference(Clause.DURATION));
    }
    return show(page, who, agreement, "", "", said, opened, model);
  }

  private static LocalDate day(String written, LocalDate otherwise) {
    try {
      return written.isBlank() ? otherwise : LocalDate.parse(written.strip());
    } catch (DateTimeParseException noDay) {
      return otherwise;
    }
  }
}
