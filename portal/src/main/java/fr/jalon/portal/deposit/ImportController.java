package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.fetch.FetchFailed;
import fr.jalon.portal.fetch.FetchProblem;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.web.UploadSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of a file asked from an address, until its deposit begins. */
@Controller
@RequestMapping("/depots/adresse")
class ImportController {
  /** A file that comes faster shows no waiting page. */
  private static final long BRIEF_MILLIS = 900;

  private final Imports imports;
  private final DropPage drop;
  private final UploadSettings uploads;

  ImportController(Imports imports, DropPage drop, UploadSettings uploads) {
    this.imports = imports;
    this.drop = drop;
    this.uploads = uploads;
  }

  /** Back from signing in, or reloaded: the form is on the page of a new deposit. */
  @GetMapping
  String form() {
    return "redirect:/depots/nouveau";
  }

  @PostMapping
  String start(
      Page page,
      Person who,
      @RequestParam(name = "adresse", defaultValue = "") String address,
      @RequestParam("jeu") @Nullable UUID datasetId,
      Model model,
      HttpServletResponse response) {
    try {
      UUID id = imports.start(who, datasetId, address);
      waitBriefly(id, who);
      return "redirect:/depots/adresse/" + id;
    } catch (FetchFailed failed) {
      response.setStatus(failed.problem().status());
      return again(
          page, who, datasetId, address, sentence(page, failed.problem(), failed.site()), model);
    } catch (Rejected rejected) {
      if (rejected.problem() != DepositProblem.TOO_MANY_ADDRESSES) {
        throw rejected;
      }
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      return again(page, who, datasetId, address, rejected.sentence(page.messages()), model);
    }
  }

  @GetMapping("/{id}")
  String show(@PathVariable UUID id, Page page, Person who, Model model) {
    Import one = imports.get(id, who);
    model.addAttribute("bands", Wizard.bandsBefore(page));
    model.addAttribute("one", one);
    return switch (one.state()) {
      case ARRIVED -> "redirect:/depots/" + id;
      case UNCHANGED -> "redirect:/depots";
      case FETCHING -> {
        model.addAttribute("page", page.titled("deposit.import.waiting").refreshing(1).widened());
        yield "deposit/import-waiting";
      }
      case CHOOSING -> {
        model.addAttribute("page", page.titled("deposit.import.choosing").widened());
        yield "deposit/import-choosing";
      }
      case STOPPED -> {
        FetchProblem problem = one.problem();
        boolean ours = problem == null;
        model.addAttribute(
            "page",
            page.titled(ours ? "deposit.stopped.ours.title" : "deposit.import.stopped").widened());
        model.addAttribute(
            "found",
            problem == null
                ? page.t("deposit.stopped.ours")
                : sentence(page, problem, one.problemSite()));
        model.addAttribute("ours", ours);
        model.addAttribute("again", problem == null || problem.passing());
        yield "deposit/import-stopped";
      }
    };
  }

  /** How far the file is: a fragment asked twice a second, which leads on when it is here. */
  @GetMapping("/{id}/avancement")
  String progress(
      @PathVariable UUID id, Page page, Person who, Model model, HttpServletResponse response) {
    Import one = imports.get(id, who);
    if (one.state() != Import.State.FETCHING) {
      response.setHeader(
          "HX-Redirect", one.state() == Import.State.ARRIVED ? "/depots/" + id : one.href(""));
    }
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("page", page);
    model.addAttribute("one", one);
    return "deposit/import-progress";
  }

  @PostMapping("/{id}/reessayer")
  String retry(@PathVariable UUID id, Person who) {
    imports.retry(id, who);
    waitBriefly(id, who);
    return "redirect:/depots/adresse/" + id;
  }

  @PostMapping("/{id}/choix")
  String choose(
      @PathVariable UUID id,
      Person who,
      @RequestParam(name = "fichier", defaultValue = "") String address) {
    imports.choose(id, who, address);
    waitBriefly(id, who);
    return "redirect:/depots/adresse/" + id;
  }

  private String again(
      Page page, Person who, @Nullable UUID datasetId, String address, String said, Model model) {
    return drop.show(page, who, datasetId, address, FormErrors.of("adresse", said), model);
  }

  private String sentence(Page page, FetchProblem problem, String site) {
    return page.t(
        problem.messageKey(),
        site.isEmpty() ? page.t("fetch.this-site") : site,
        page.size(uploads.announced()));
  }

  private void waitBriefly(UUID id, Person who) {
    long until = System.nanoTime() + BRIEF_MILLIS * 1_000_000;
    try {
      while (imports.get(id, who).state() == Import.State.FETCHING && System.nanoTime() < until) {
        Thread.sleep(30);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
