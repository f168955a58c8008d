package fr.jalon.portal.deposit;

import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.mend.Recipe;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** "Il reste 3 choses à régler": the mends of a deposit. */
@Controller
@RequestMapping("/depots")
class MendsController {
  private final Deposits deposits;
  private final DepositMends mends;
  private final DepositTables tables;
  private final SuggestedMends suggested;
  private final DepositPages pages;

  MendsController(
      Deposits deposits,
      DepositMends mends,
      DepositTables tables,
      SuggestedMends suggested,
      DepositPages pages) {
    this.suggested = suggested;
    this.tables = tables;
    this.deposits = deposits;
    this.mends = mends;
    this.pages = pages;
  }

  @GetMapping("/{id}/corrections")
  String mends(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(name = "tout", defaultValue = "") String whole,
      @RequestParam(name = "ligne", required = false) @Nullable Long row,
      @RequestParam(name = "page", defaultValue = "1") int number,
      Model model) {
    Deposit deposit = deposits.get(id, who);
    String other = pages.elsewhere(page, deposit, Step.REPAIRS, model);
    TableAsk ask = new TableAsk(!whole.isEmpty(), row, number);
    return other == null ? mends(page, deposit, null, ask, model) : other;
  }

  private String mends(Page page, Deposit deposit, MendsView.@Nullable Notice notice, Model model) {
    return mends(page, deposit, notice, TableAsk.FIRST, model);
  }

  private String mends(
      Page page, Deposit deposit, MendsView.@Nullable Notice notice, TableAsk ask, Model model) {
    MendsView view =
        new MendsViews(page).of(deposit, mends.setApart(deposit), table(page, deposit, ask));
    List<MendsView.Suggested> open =
        new SuggestedViews(page, deposit).of(suggested.listOpen(deposit));
    pages.frame(
        page.named(page.n("deposit.mends.title", view.left())), deposit, Step.REPAIRS, model);
    model.addAttribute("view", (notice == null ? view : view.with(notice)).with(open));
    return "deposit/mends";
  }

  private @Nullable MendTable table(Page page, Deposit deposit, TableAsk ask) {
    try (SeenRows seen = tables.open(deposit).orElse(null)) {
      return seen == null ? null : new MendTables(page, deposit, seen).of(ask);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /**
   * All the cells that a correction would change, or that a point to look at speaks of.
   *
   * @param mend id of the correction
   * @param point code of the cause, when no correction is asked for
   * @param column name of its column, null for the whole file
   */
  @GetMapping("/{id}/corrections/cas")
  String cases(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(name = "correction", required = false) @Nullable String mend,
      @RequestParam(name = "point", defaultValue = "") String point,
      @RequestParam(name = "colonne", required = false) @Nullable String column,
      @RequestParam(name = "page", defaultValue = "1") int number,
      Model model)
      throws IOException {
    Deposit deposit = deposits.get(id, who);
    String other = pages.elsewhere(page, deposit, Step.REPAIRS, model);
    if (other != null) {
      return other;
    }
    try (SeenRows seen =
        tables.open(deposit).orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_MEND))) {
      CasesViews views = new CasesViews(page, deposit, seen);
      CasesView view =
          mend == null ? views.ofCause(point, column, number) : views.ofMend(mend, number);
      pages.frame(page.named(view.heading()), deposit, Step.REPAIRS, model);
      model.addAttribute("view", view);
      return "deposit/cases";
    }
  }

  /** Does it, or shows the corrections again and says why nothing was done. */
  private String orSayWhy(
      UUID id,
      Page page,
      Person who,
      @Nullable String mend,
      Model model,
      HttpServletResponse response,
      Runnable what) {
    try {
      what.run();
      return "redirect:/depots/" + id + "/" + Step.REPAIRS.path();
    } catch (Rejected rejected) {
      Deposit deposit = deposits.get(id, who);
      boolean told =
          rejected.problem() instanceof DepositProblem problem
              && (problem.status() == HttpStatus.UNPROCESSABLE_CONTENT.value()
                  || problem == DepositProblem.SUGGESTION_STALE);
      if (!told || pages.elsewhere(page, deposit, Step.REPAIRS, model) != null) {
        throw rejected;
      }
      response.setStatus(rejected.problem().status());
      DepositProblem problem = (DepositProblem) rejected.problem();
      return mends(
          page, deposit, new MendsViews(page).refused(rejected, problem, deposit, mend), model);
    }
  }

  @PostMapping("/{id}/corrections")
  String applyMends(@PathVariable UUID id, Person who) {
    mends.applyMends(id, who);
    pages.waitBriefly(id);
    return "redirect:/depots/" + id + "/" + Step.DESCRIPTION.path();
  }

  /**
   * @param seen fingerprints of what the page showed
   */
  @PostMapping("/{id}/corrections/accepter")
  String accept(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam @Nullable String mend,
      @RequestParam @Nullable String certain,
      @RequestParam @Nullable List<String> seen,
      Model model,
      HttpServletResponse response) {
    List<String> shown = seen == null ? List.of() : seen;
    deposits.get(id, who);
    return orSayWhy(
        id,
        page,
        who,
        mend,
        model,
        response,
        () -> {
          if (certain != null) {
            mends.acceptCertain(id, who, shown);
          } else if (mend != null) {
            mends.accept(id, who, mend, String.join("", shown));
          }
        });
  }

  /** Takes what somebody who helps proposes, or keeps things as they are. */
  @PostMapping("/{id}/corrections/proposee")
  String suggested(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam UUID suggestion,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "false") boolean keep,
      Model model,
      HttpServletResponse response) {
    return orSayWhy(
        id,
        page,
        who,
        null,
        model,
        response,
        () -> {
          if (keep) {
            suggested.decline(id, who, suggestion);
          } else {
            suggested.take(id, who, suggestion, seen);
          }
        });
  }

  @PostMapping("/{id}/corrections/annuler")
  String undo(@PathVariable UUID id, Person who, @RequestParam String mend) {
    mends.undo(id, who, mend);
    return "redirect:/depots/" + id + "/" + Step.REPAIRS.path();
  }

  @PostMapping("/{id}/corrections/cellules")
  String editCells(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    return orSayWhy(
        id, page, who, null, model, response, () -> mends.editCells(id, who, CellEdit.of(form)));
  }

  /** Sets rows aside by their numbers ("12 à 18"). */
  @PostMapping("/{id}/corrections/ecarter")
  String setAside(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam(name = "lignes", defaultValue = "") String written,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("written", written);
    return orSayWhy(id, page, who, null, model, response, () -> mends.setAside(id, who, written));
  }

  /** The corrections accepted, as a file to keep and to replay. */
  @GetMapping("/{id}/corrections/recette")
  ResponseEntity<byte[]> recipe(@PathVariable UUID id, Page page, Person who) {
    Deposit deposit = deposits.get(id, who);
    String name = page.t("deposit.mends.recipe.file", bare(deposit.fileName()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + ".json", StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(RecipeFile.write(Recipe.of(deposit.fileName(), deposit.accepted())));
  }

  /** Replays corrections kept in a file. */
  @PostMapping("/{id}/corrections/rejouer")
  String replay(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam("recette") @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Deposit deposit = deposits.get(id, who);
    String other = pages.elsewhere(page, deposit, Step.REPAIRS, model);
    if (other != null) {
      return other;
    }
    String problem = null;
    RecipeFile read = null;
    if (file == null || file.isEmpty()) {
      problem = page.t("deposit.problem.no-file");
    } else {
      read =
          file.getSize() > RecipeFile.LARGEST
              ? new RecipeFile(null, Recipe.UNREADABLE)
              : RecipeFile.read(file.getBytes());
    }
    Recipe recipe = read == null ? null : read.recipe();
    if (recipe == null) {
      if (read != null && read.refusal() != null) {
        problem = Sentences.in(page.messages().locale()).of(read.refusal());
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return mends(
          page,
          deposit,
          new MendsView.Notice(Objects.requireNonNullElse(problem, ""), "", "", "", true),
          model);
    }
    mends.replay(id, who, recipe.mends());
    pages.waitBriefly(id);
    return "redirect:/depots/" + id + "/" + Step.REPAIRS.path();
  }

  /** Without its extension, and nothing that a file system would not take. */
  private static String bare(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String name = dot > 0 ? fileName.substring(0, dot) : fileName;
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
  }
}
