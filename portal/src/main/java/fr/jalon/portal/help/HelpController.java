package fr.jalon.portal.help;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.DepositProblem;
import fr.jalon.portal.deposit.Glimpses;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.SuggestedMends;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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

/** Asking for help, and the page of each request. */
@Controller
@RequestMapping(HelpPaths.HELP)
class HelpController {
  private final HelpRequests requests;
  private final HelpViews views;
  private final Glimpses glimpses;
  private final Storage storage;

  HelpController(HelpRequests requests, HelpViews views, Glimpses glimpses, Storage storage) {
    this.requests = requests;
    this.views = views;
    this.glimpses = glimpses;
    this.storage = storage;
  }

  @GetMapping
  String desk(Page page, Person who, Model model) {
    model.addAttribute("page", page.titled("help.title"));
    model.addAttribute("view", views.desk(page, who));
    return "help/desk";
  }

  /**
   * Where the person is.
   *
   * @param depot null elsewhere than in a deposit
   */
  private record Spot(@Nullable Place place, String page) {
    static Spot of(
        @Nullable UUID depot, String step, String card, String cells, @Nullable String page) {
      return depot == null
          ? new Spot(null, page == null ? "" : HelpWords.page(page))
          : new Spot(Place.of(depot, step, card, cells), "");
    }
  }

  @GetMapping("/nouvelle")
  String form(
      Page page,
      Person who,
      @RequestParam(name = "depot", required = false) @Nullable UUID depot,
      @RequestParam(name = "etape", defaultValue = "") String step,
      @RequestParam(name = "carte", defaultValue = "") String card,
      @RequestParam(name = "cellules", defaultValue = "") String cells,
      @RequestParam(name = "page", required = false) @Nullable String from,
      Model model) {
    Spot spot = Spot.of(depot, step, card, cells, from);
    return form(page, who, spot, Map.of(), FormErrors.NONE, model);
  }

  private String form(
      Page page, Person who, Spot spot, Map<String, String> typed, FormErrors errors, Model model) {
    if (who.organizationId() == null) {
      throw new Rejected(HelpProblem.FOR_AUTHORITIES);
    }
    if (spot.place() != null && glimpses.find(page, spot.place(), who).isEmpty()) {
      throw new Rejected(DepositProblem.NO_SUCH_DEPOSIT);
    }
    model.addAttribute("page", page.titled("help.ask"));
    model.addAttribute("view", views.form(page, who, spot.place(), spot.page()));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "help/form";
  }

  @PostMapping("/nouvelle")
  String ask(
      Page page,
      Person who,
      @RequestParam UUID once,
      @RequestParam(name = "depot", required = false) @Nullable UUID depot,
      @RequestParam(name = "etape", defaultValue = "") String step,
      @RequestParam(name = "carte", defaultValue = "") String card,
      @RequestParam(name = "cellules", defaultValue = "") String cells,
      @RequestParam(name = "page", required = false) @Nullable String from,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String urgency,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Spot spot = Spot.of(depot, step, card, cells, from);
    try {
      HelpRequest made =
          requests.ask(
              who,
              new Asked(
                  once,
                  chosen(Category.values(), category),
                  chosen(Urgency.values(), urgency),
                  spot.place(),
                  spot.page(),
                  text),
              files == null ? List.of() : files);
      attributes.addFlashAttribute(Flash.NAME, Flash.of("help.asked", page.dateTime(made.dueAt())));
      return "redirect:" + made.href();
    } catch (Rejected rejected) {
      FormErrors errors = errors(page, rejected);
      response.setStatus(rejected.problem().status());
      Map<String, String> typed = new LinkedHashMap<>();
      typed.put("text", text);
      typed.put("urgency", urgency);
      typed.put("category", category);
      return form(page, who, spot, typed, errors, model);
    }
  }

  /**
   * What was chosen in a form.
   *
   * @throws Rejected with {@link HelpProblem#NO_SUCH_CHOICE}
   */
  static <E extends Enum<E>> E chosen(E[] all, @Nullable String name) {
    return Stream.of(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Rejected(HelpProblem.NO_SUCH_CHOICE));
  }

  /** What a person can put right in the form; anything else flies on. */
  private static FormErrors errors(Page page, Rejected rejected) {
    String field =
        rejected.problem() instanceof HelpProblem problem
            ? switch (problem) {
              case WORDS_MISSING, TOO_LONG, TOO_MANY_REQUESTS -> "text";
              case ATTACHMENT_TOO_LARGE, TOO_MANY_ATTACHMENTS -> "files";
              case NO_SUCH_CHOICE -> "urgency-BLOCKED";
              case NO_SUCH_REQUEST,
                  NO_SUCH_DAY,
                  NO_SUCH_ATTACHMENT,
                  NO_SUCH_ARTICLE,
                  FOR_AUTHORITIES,
                  FOR_HELPERS,
                  NO_DEPOSIT,
                  CHANGED_MEANWHILE,
                  NOT_ACCOMPANIED,
                  COUNTED_ALREADY,
                  NOT_SOLVED,
                  NAMES_LEFT,
                  SECOND_READER ->
                  "";
            }
            : "";
    if (field.isEmpty()) {
      throw rejected;
    }
    return FormErrors.of(field, rejected.sentence(page.messages()));
  }

  @GetMapping("/demandes/{id}")
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    return show(page, who, id, Map.of(), FormErrors.NONE, model);
  }

  private String show(
      Page page, Person who, UUID id, Map<String, String> typed, FormErrors errors, Model model) {
    HelpRequest request = requests.get(id, who);
    model.addAttribute("page", page.titled("help.request.title", request.number()).widened());
    model.addAttribute("view", views.ticket(page, who, request));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "help/request";
  }

  @PostMapping("/demandes/{id}/repondre")
  String say(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam UUID once,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable List<MultipartFile> files,
      Model model,
      HttpServletResponse response) {
    return orAgain(
        page,
        who,
        id,
        Map.of("text", text),
        model,
        response,
        () -> requests.say(id, who, once, text, files == null ? List.of() : files));
  }

  @PostMapping("/demandes/{id}/coller")
  String paste(
      Person who,
      @PathVariable UUID id,
      @RequestParam UUID once,
      @RequestParam(defaultValue = "") String mail) {
    requests.paste(id, who, once, mail);
    return "redirect:" + HelpPaths.request(id);
  }

  @PostMapping("/demandes/{id}/suivre")
  String join(Person who, @PathVariable UUID id) {
    requests.join(id, who);
    return "redirect:" + HelpPaths.request(id);
  }

  @PostMapping("/demandes/{id}/regle")
  String solve(
      Person who,
      @PathVariable UUID id,
      @RequestParam UUID once,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes attributes) {
    requests.solve(id, who, once, text);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("help.solved"));
    return "redirect:" + HelpPaths.request(id);
  }

  /** Proposes a mend of the deposit, or values for its cells. */
  @PostMapping("/demandes/{id}/proposer")
  String suggest(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam UUID once,
      @RequestParam(required = false) @Nullable String mend,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes attributes) {
    if (mend == null) {
      requests.suggestCells(id, who, once, written(sent), text);
    } else {
      int bar = mend.indexOf(' ');
      requests.suggestMend(
          id, who, once, mend.substring(bar + 1), mend.substring(0, Math.max(0, bar)), text);
    }
    attributes.addFlashAttribute(Flash.NAME, Flash.of("help.suggested"));
    return "redirect:" + HelpPaths.request(id);
  }

  /** Values as they were sent: a single one bound to a list would be cut at its commas. */
  private static List<SuggestedMends.Written> written(MultiValueMap<String, String> sent) {
    List<String> address = sent.getOrDefault("address", List.of());
    List<String> shown = sent.getOrDefault("shown", List.of());
    List<String> value = sent.getOrDefault("value", List.of());
    List<SuggestedMends.Written> written = new ArrayList<>();
    int cells = Math.min(address.size(), Math.min(shown.size(), value.size()));
    for (int i = 0; i < cells; i++) {
      if (!shown.get(i).equals(value.get(i))) {
        written.add(new SuggestedMends.Written(address.get(i), shown.get(i), value.get(i)));
      }
    }
    return written;
  }

  @PostMapping("/demandes/{id}/session")
  String count(
      Person who,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes attributes) {
    requests.count(id, who, reason);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("help.counted"));
    return "redirect:" + HelpPaths.request(id);
  }

  /** A file is given as bytes to be saved: no browser opens it in our name. */
  @GetMapping("/demandes/{id}/pieces/{file}")
  ResponseEntity<Resource> attachment(Person who, @PathVariable UUID id, @PathVariable UUID file)
      throws IOException {
    Attachment one =
        requests.listAttachments(requests.get(id, who)).stream()
            .filter(each -> each.id().equals(file))
            .findFirst()
            .orElseThrow(() -> new Rejected(HelpProblem.NO_SUCH_ATTACHMENT));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(one.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(storage.path(one.sha256())));
  }

  private String orAgain(
      Page page,
      Person who,
      UUID id,
      Map<String, String> typed,
      Model model,
      HttpServletResponse response,
      Runnable what) {
    try {
      what.run();
      return "redirect:" + HelpPaths.request(id);
    } catch (Rejected rejected) {
      FormErrors errors = errors(page, rejected);
      response.setStatus(rejected.problem().status());
      return show(page, who, id, typed, errors, model);
    }
  }
}
