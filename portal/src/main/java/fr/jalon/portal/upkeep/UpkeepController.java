package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.fetch.FetchFailed;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The upkeep of one dataset, for its own people. */
@Controller
@RequestMapping(CatalogPaths.DATASETS + "/{slug}" + CatalogPaths.CARE + UpkeepController.PATH)
class UpkeepController {
  /** Below the care of a dataset. */
  static final String PATH = "/mise-a-jour";

  private final Access access;
  private final Upkeep upkeep;
  private final Schedules schedules;
  private final UpkeepViews views;
  private final Deposits deposits;

  UpkeepController(
      Access access, Upkeep upkeep, Schedules schedules, UpkeepViews views, Deposits deposits) {
    this.access = access;
    this.upkeep = upkeep;
    this.schedules = schedules;
    this.views = views;
    this.deposits = deposits;
  }

  @GetMapping
  String show(Page page, Person who, @PathVariable String slug, Model model) {
    return show(page, who, access.forInsiders(slug), Typed.NONE, FormErrors.NONE, model);
  }

  /** What whoever takes over needs, on one sheet. */
  @GetMapping("/fiche")
  String sheet(Page page, @PathVariable String slug, Model model) {
    Kept kept = upkeep.get(access.forInsiders(slug));
    List<String> decisions = deposits.decisionsToReplay(kept.dataset().id(), page);
    model.addAttribute("page", page.titled("upkeep.sheet.title", kept.dataset().title()));
    model.addAttribute(
        "view",
        views.sheet(page, kept, schedules.find(kept.dataset().id()).orElse(null), decisions));
    return "upkeep/sheet";
  }

  @PostMapping("/passation")
  String handOver(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam @Nullable UUID to,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "-1") int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forInsiders(slug);
    try {
      if (to == null) {
        throw new Rejected(UpkeepProblem.NO_SUCH_COLLEAGUE);
      }
      Person next = upkeep.handOver(upkeep.get(dataset), who, to, note, revision);
      attributes.addFlashAttribute(Flash.NAME, Flash.of("upkeep.handed", next.name()));
      return back(dataset);
    } catch (Rejected rejected) {
      Typed typed = Typed.NONE.note(note);
      return again(page, who, dataset, typed, "to", rejected, model, response);
    }
  }

  @PostMapping("/rappels")
  String hush(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "-1") int revision,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forInsiders(slug);
    try {
      LocalDate day = until.isBlank() ? null : day(until);
      upkeep.hush(upkeep.get(dataset), who, day, revision);
      attributes.addFlashAttribute(
          Flash.NAME,
          day == null ? Flash.of("upkeep.resumed") : Flash.of("upkeep.hushed", page.date(day)));
      return back(dataset);
    } catch (Rejected rejected) {
      return again(page, who, dataset, Typed.NONE, "until", rejected, model, response);
    }
  }

  @PostMapping("/adresse")
  String schedule(
      Page page,
      Person who,
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String rhythm,
      @RequestParam(defaultValue = "") String first,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Dataset dataset = access.forInsiders(slug);
    Typed typed = new Typed("", address, rhythm, first);
    try {
      schedules.accept(upkeep.get(dataset).dataset(), who, address, rhythm(rhythm), day(first));
      attributes.addFlashAttribute(Flash.NAME, Flash.of("upkeep.scheduled"));
      return back(dataset);
    } catch (FetchFailed failed) {
      response.setStatus(failed.problem().status());
      String site = failed.site().isEmpty() ? page.t("fetch.this-site") : failed.site();
      FormErrors errors = FormErrors.of("address", page.t(failed.problem().messageKey(), site, ""));
      return show(page, who, dataset, typed, errors, model);
    } catch (Rejected rejected) {
      String field = rejected.problem() == UpkeepProblem.NO_SUCH_DAY ? "first" : "rhythm";
      return again(page, who, dataset, typed, field, rejected, model, response);
    }
  }

  @PostMapping("/adresse/arreter")
  String stop(Person who, @PathVariable String slug, RedirectAttributes attributes) {
    Dataset dataset = access.forInsiders(slug);
    schedules.stop(dataset, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("upkeep.unscheduled"));
    return back(dataset);
  }

  private String again(
      Page page,
      Person who,
      Dataset dataset,
      Typed typed,
      String field,
      Rejected rejected,
      Model model,
      HttpServletResponse response) {
    if (!(rejected.problem() instanceof UpkeepProblem problem)
        || problem == UpkeepProblem.NOT_PUBLISHED
        || problem == UpkeepProblem.NOT_OF_THE_AUTHORITY) {
      throw rejected;
    }
    response.setStatus(problem.status());
    FormErrors errors = FormErrors.of(field, rejected.sentence(page.messages()));
    return show(page, who, dataset, typed, errors, model);
  }

  private String show(
      Page page, Person who, Dataset dataset, Typed typed, FormErrors errors, Model model) {
    Kept kept = upkeep.get(dataset);
    model.addAttribute("page", page.titled("upkeep.title", kept.dataset().title()));
    model.addAttribute(
        "view",
        views.of(
            page,
            who,
            kept,
            schedules.find(dataset.id()).orElse(null),
            upkeep.listColleagues(kept),
            upkeep.listHandovers(dataset.id())));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "upkeep/dataset";
  }

  private static String back(Dataset dataset) {
    return "redirect:" + UpkeepMails.page(dataset);
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeParseException noDay) {
      throw new Rejected(UpkeepProblem.NO_SUCH_DAY);
    }
  }

  private static UpdateFrequency rhythm(String written) {
    return Stream.of(UpdateFrequency.values())
        .filter(one -> one.key().equals(written.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new Rejected(UpkeepProblem.NO_SUCH_RHYTHM));
  }
}
