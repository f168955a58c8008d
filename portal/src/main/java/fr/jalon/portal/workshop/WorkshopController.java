package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Calendars;
import fr.jalon.portal.programme.Fields;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.ProgrammeProblem;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.StageKind;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The workshops of a season: taking a place, making them, noting who came. */
@Controller
@RequestMapping(WorkshopPaths.WORKSHOPS)
class WorkshopController {
  /** A day of work, in minutes. */
  private static final int USUAL_LENGTH = 360;

  private static final int USUAL_CAPACITY = 20;

  /** Two days: more is no workshop. In minutes. */
  private static final int LONGEST = 16 * 60;

  private final Workshops workshops;
  private final WorkshopViews views;
  private final Materials materials;
  private final Seasons seasons;
  private final Sessions sessions;
  private final Beneficiaries beneficiaries;
  private final Calendars calendars;
  private final Storage storage;

  WorkshopController(
      Workshops workshops,
      WorkshopViews views,
      Materials materials,
      Seasons seasons,
      Sessions sessions,
      Beneficiaries beneficiaries,
      Calendars calendars,
      Storage storage) {
    this.workshops = workshops;
    this.views = views;
    this.materials = materials;
    this.seasons = seasons;
    this.sessions = sessions;
    this.beneficiaries = beneficiaries;
    this.calendars = calendars;
    this.storage = storage;
  }

  @GetMapping
  String list(
      Page page,
      Person who,
      @RequestParam(name = "saison", defaultValue = "") String slug,
      Model model) {
    List<Season> all = seasonsOf(who);
    Optional<Season> season =
        all.stream()
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .or(() -> seasons.findCurrent().filter(all::contains))
            .or(() -> all.stream().findFirst());
    model.addAttribute("page", page.titled("workshop.title"));
    model.addAttribute("view", season.map(one -> views.list(page, who, one, all)).orElse(null));
    return "workshop/list";
  }

  /** Those that one leads, or that accompany one's authority. */
  private List<Season> seasonsOf(Person who) {
    if (!who.role().belongsToAnAuthority()) {
      return seasons.list();
    }
    UUID own = who.organizationId();
    Set<UUID> theirs =
        own == null
            ? Set.of()
            : beneficiaries.listOf(own).stream()
                .map(Beneficiary::seasonId)
                .collect(Collectors.toSet());
    return seasons.list().stream().filter(one -> theirs.contains(one.id())).toList();
  }

  @GetMapping("/nouveau")
  String form(
      Page page, @RequestParam(name = "saison", defaultValue = "") String slug, Model model) {
    Season season = season(slug);
    Map<String, String> typed =
        Map.of(
            "time", "09:30",
            "length", String.valueOf(USUAL_LENGTH),
            "capacity", String.valueOf(USUAL_CAPACITY));
    return form(page, season, null, typed, FormErrors.NONE, model);
  }

  private Season season(String slug) {
    return slug.isEmpty()
        ? seasons.findCurrent().orElseThrow(() -> new Rejected(ProgrammeProblem.NO_SUCH_SEASON))
        : seasons.get(slug);
  }

  @PostMapping("/nouveau")
  String plan(
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    Season season = season(fields.text("saison"));
    Appointment to = appointment(fields, fields.text("stage"));
    int capacity = fields.number("capacity", 1, Workshops.MOST_PLACES);
    Exercise exercise = exercise(fields);
    if (!fields.isWrong()) {
      try {
        Workshop made = workshops.plan(who, season, to, exercise, capacity, fields.yes("tell"));
        attributes.addFlashAttribute(Flash.NAME, Flash.of("workshop.planned"));
        return "redirect:" + made.href();
      } catch (Rejected rejected) {
        fields.fault(field(rejected), rejected);
      }
    }
    response.setStatus(422);
    return form(page, season, null, fields.typed(), fields.errors(page.messages()), model);
  }

  private static Appointment appointment(Fields fields, String stage) {
    return new Appointment(
        stage,
        fields.day("day"),
        fields.time("time"),
        fields.number("length", 1, LONGEST),
        fields.optional("place", 300),
        fields.optional("link", 300));
  }

  private static Exercise exercise(Fields fields) {
    String asked = fields.text("exercise");
    return Stream.of(Exercise.values())
        .filter(one -> one.name().equals(asked))
        .findFirst()
        .orElseGet(
            () -> {
              if (!asked.isEmpty()) {
                fields.fault("exercise", new Rejected(WorkshopProblem.NO_SUCH_EXERCISE));
              }
              return Exercise.of(fields.text("stage"));
            });
  }

  private static String field(Rejected rejected) {
    if (rejected.problem() == WorkshopProblem.FEWER_THAN_COMING) {
      return "capacity";
    }
    return rejected.problem() == ProgrammeProblem.NO_SUCH_STAGE ? "stage" : "day";
  }

  private String form(
      Page page,
      Season season,
      @Nullable Workshop one,
      Map<String, String> typed,
      FormErrors errors,
      Model model) {
    Map<String, String> stages = new LinkedHashMap<>();
    for (Stage stage : season.plan().track().stages()) {
      if (stage.kind() == StageKind.WORKSHOP) {
        stages.put(stage.key(), stage.title());
      }
    }
    for (Stage stage : season.plan().track().stages()) {
      stages.putIfAbsent(stage.key(), stage.title());
    }
    Map<String, String> exercises = new LinkedHashMap<>();
    exercises.put("", page.t("workshop.form.exercise.of-stage"));
    for (Exercise exercise : Exercise.values()) {
      exercises.put(exercise.name(), page.t(exercise.key()));
    }
    model.addAttribute(
        "page", page.titled(one == null ? "workshop.form.new" : "workshop.form.edit"));
    model.addAttribute("season", season);
    model.addAttribute("workshop", one);
    model.addAttribute("stages", stages);
    model.addAttribute("exercises", exercises);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "workshop/form";
  }

  @GetMapping("/{id}")
  String show(Page page, Person who, @PathVariable UUID id, Model model) {
    return show(page, who, id, Map.of(), FormErrors.NONE, model);
  }

  private String show(
      Page page, Person who, UUID id, Map<String, String> typed, FormErrors errors, Model model) {
    WorkshopView.One view = views.one(page, who, workshops.getFor(id, who));
    model.addAttribute("page", page.named(view.title()));
    model.addAttribute("view", view);
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "workshop/workshop";
  }

  @GetMapping("/{id}/modifier")
  String edit(Page page, @PathVariable UUID id, Model model) {
    Workshop one = workshops.get(id);
    Meeting meeting = one.meeting();
    Map<String, String> typed = new HashMap<>();
    typed.put("day", meeting.day().toString());
    typed.put(
        "time", LocalTime.ofInstant(meeting.startsAt(), Meeting.ZONE).withSecond(0).toString());
    typed.put("length", String.valueOf(meeting.length()));
    typed.put("place", meeting.place());
    typed.put("link", meeting.link());
    typed.put("capacity", String.valueOf(one.capacity()));
    typed.put("exercise", one.exercise().name());
    typed.put("stage", meeting.stage());
    return form(page, seasons.get(meeting.seasonId()), one, typed, FormErrors.NONE, model);
  }

  @PostMapping("/{id}/modifier")
  String edit(
      Page page,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Workshop one = workshops.get(id);
    Fields fields = new Fields(sent);
    Appointment to = appointment(fields, one.meeting().stage());
    int capacity = fields.number("capacity", 1, Workshops.MOST_PLACES);
    Exercise exercise = exercise(fields);
    if (!fields.isWrong()) {
      try {
        workshops.edit(id, to, exercise, capacity, fields.revision());
        return back(id, "workshop.edited", attributes);
      } catch (Rejected rejected) {
        if (rejected.problem().status() != 422) {
          throw rejected;
        }
        fields.fault(field(rejected), rejected);
      }
    }
    response.setStatus(422);
    return form(
        page,
        seasons.get(one.meeting().seasonId()),
        one,
        fields.typed(),
        fields.errors(page.messages()),
        model);
  }

  @PostMapping("/{id}/annuler")
  String cancel(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    workshops.cancel(id, new Fields(sent).revision());
    return back(id, "workshop.called-off", attributes);
  }

  @PostMapping("/{id}/inscription")
  String signUp(Person who, @PathVariable UUID id, RedirectAttributes attributes) {
    workshops.getFor(id, who);
    Workshops.Place place = workshops.signUp(id, who);
    return back(id, "workshop.signed-up." + place, attributes);
  }

  @PostMapping("/{id}/desistement")
  String giveBack(Person who, @PathVariable UUID id, RedirectAttributes attributes) {
    workshops.getFor(id, who);
    workshops.giveBack(id, who);
    return back(id, "workshop.given-back", attributes);
  }

  @PostMapping("/{id}/presence")
  String attend(
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      RedirectAttributes attributes) {
    workshops.get(id);
    sessions.attend(who, id, new Fields(sent).ids("who"));
    return back(id, "workshop.attended.noted", attributes);
  }

  /** As a calendar reads it. */
  @GetMapping("/{id}/agenda.ics")
  ResponseEntity<String> calendar(Person who, @PathVariable UUID id) {
    Meeting meeting = workshops.getFor(id, who).meeting();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"atelier.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(calendars.of(seasons.get(meeting.seasonId()), meeting));
  }

  @PostMapping("/{id}/documents")
  String add(
      Page page,
      Person who,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Fields fields = new Fields(sent);
    try {
      if (file == null || file.isEmpty()) {
        materials.addLink(id, fields.text("title"), fields.text("link"));
      } else {
        materials.addFile(id, fields.text("title"), file);
      }
      return back(id, "workshop.material.added", attributes);
    } catch (Rejected rejected) {
      if (!(rejected.problem() instanceof WorkshopProblem problem)
          || problem == WorkshopProblem.NO_SUCH_WORKSHOP) {
        throw rejected;
      }
      response.setStatus(problem.status());
      String field =
          switch (problem) {
            case NO_SUCH_LINK -> "link";
            case MATERIAL_TOO_LARGE -> "fichier";
            default -> "title";
          };
      FormErrors errors = FormErrors.of(field, rejected.sentence(page.messages()));
      return show(page, who, id, fields.typed(), errors, model);
    }
  }

  @GetMapping("/{id}/documents/{material}")
  ResponseEntity<Resource> material(Person who, @PathVariable UUID id, @PathVariable UUID material)
      throws IOException {
    workshops.getFor(id, who);
    Material one = materials.get(id, material);
    String sha256 = one.sha256();
    if (sha256 == null) {
      throw new Rejected(WorkshopProblem.NO_SUCH_MATERIAL);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(one.downloadName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(storage.path(sha256)));
  }

  @PostMapping("/{id}/documents/{material}/retirer")
  String remove(@PathVariable UUID id, @PathVariable UUID material, RedirectAttributes attributes) {
    materials.remove(id, material);
    return back(id, "workshop.material.removed", attributes);
  }

  private static String back(UUID id, String key, RedirectAttributes attributes) {
    attributes.addFlashAttribute(Flash.NAME, Flash.of(key));
    return "redirect:" + WorkshopPaths.workshop(id);
  }
}
