package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.mend.Recipe;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of a deposit, step by step: one question a screen, the file always in sight. */
@Controller
@RequestMapping("/depots")
class DepositController {
  /** Work shorter than this shows no waiting page. */
  private static final long BRIEF_MILLIS = 900;

  private final Deposits deposits;
  private final Datasets datasets;
  private final Organizations organizations;
  private final Storage storage;
  private final DropPage drop;
  private final Imports imports;
  private final Describing describing;
  private final Clock clock;

  DepositController(
      Deposits deposits,
      Datasets datasets,
      Organizations organizations,
      Storage storage,
      DropPage drop,
      Imports imports,
      Describing describing,
      Clock clock) {
    this.deposits = deposits;
    this.datasets = datasets;
    this.organizations = organizations;
    this.storage = storage;
    this.drop = drop;
    this.imports = imports;
    this.describing = describing;
    this.clock = clock;
  }

  @GetMapping
  String list(Page page, Person who, Model model) {
    List<DepositLine> lines = deposits.listFor(who);
    boolean everyone = !who.role().belongsToAnAuthority();
    Set<UUID> ids = lines.stream().map(DepositLine::organizationId).collect(Collectors.toSet());
    Map<UUID, String> authorities =
        organizations.findAll(ids).stream()
            .collect(Collectors.toMap(LocalAuthority::id, LocalAuthority::name));
    model.addAttribute(
        "page", page.titled(everyone ? "deposit.list.all" : "deposit.list.title").widened());
    model.addAttribute("deposits", lines);
    model.addAttribute("authorities", authorities);
    model.addAttribute("everyone", everyone);
    model.addAttribute("canDeposit", who.organizationId() != null);
    return "deposit/list";
  }

  @GetMapping("/nouveau")
  String drop(Page page, Person who, @RequestParam("jeu") @Nullable UUID datasetId, Model model) {
    return drop.show(page, who, datasetId, "", FormErrors.NONE, model);
  }

  /** A script that sends the file is told where the page is; a browser is led there. */
  @PostMapping
  @Nullable String receive(
      Page page,
      Person who,
      @RequestParam("fichier") @Nullable MultipartFile file,
      @RequestParam("jeu") @Nullable UUID datasetId,
      @RequestHeader("X-Requested-With") @Nullable String script,
      Model model,
      HttpServletResponse response)
      throws IOException {
    String name = file == null ? null : file.getOriginalFilename();
    if (file == null || name == null || (file.isEmpty() && name.isEmpty())) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      FormErrors errors = FormErrors.of("fichier", page.t("deposit.problem.no-file"));
      return drop.show(page, who, datasetId, "", errors, model);
    }
    UUID id;
    try (InputStream content = file.getInputStream()) {
      id = deposits.receive(who, datasetId, name, content);
    }
    waitBriefly(id);
    if (script == null) {
      return "redirect:/depots/" + id;
    }
    response.setStatus(HttpStatus.CREATED.value());
    response.setHeader(HttpHeaders.LOCATION, "/depots/" + id);
    return null;
  }

  /** Where one left. */
  @GetMapping("/{id}")
  String resume(@PathVariable UUID id, Person who) {
    Import awaited = imports.find(id, who).orElse(null);
    if (awaited != null && awaited.state() != Import.State.ARRIVED) {
      return "redirect:" + awaited.href("");
    }
    return "redirect:" + landing(deposits.get(id, who));
  }

  /** How far the work is: a fragment asked twice a second, which leads on when all is done. */
  @GetMapping("/{id}/avancement")
  String progress(
      @PathVariable UUID id, Page page, Person who, Model model, HttpServletResponse response) {
    JobState job = deposits.job(id, who);
    if (!job.running()) {
      response.setHeader("HX-Refresh", "true");
    }
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("page", page);
    model.addAttribute("address", "/depots/" + id + "/avancement");
    model.addAttribute("job", job);
    return "deposit/progress";
  }

  @PostMapping("/{id}/reessayer")
  String retry(@PathVariable UUID id, Person who) {
    deposits.retry(id, who);
    waitBriefly(id);
    return "redirect:/depots/" + id;
  }

  @GetMapping("/{id}/lecture")
  String reading(@PathVariable UUID id, Page page, Person who, Model model) throws IOException {
    Deposit deposit = deposits.get(id, who);
    String other = elsewhere(page, deposit, Step.READING, model);
    if (other != null) {
      return other;
    }
    Inspection inspection = deposit.inspected();
    Reading read = Objects.requireNonNull(inspection.reading(), "reading");
    List<byte[]> raw = TextAlternatives.lines(read, storage.path(deposit.sha256()));
    frame(page.titled("deposit.reading.title"), deposit, Step.READING, model);
    model.addAttribute("apart", new MendsViews(page).apart(deposit, deposits.setApart(deposit)));
    model.addAttribute(
        "view", new ReadingViews(page).of(inspection, deposit.reading(), deposit.schema(), raw));
    return "deposit/reading";
  }

  @PostMapping("/{id}/lecture")
  String agree(@PathVariable UUID id, Person who) {
    Deposit deposit = deposits.confirmReading(id, who);
    waitBriefly(id);
    return "redirect:" + deposit.href(deposit.clean() ? Step.DESCRIPTION : Step.REPAIRS);
  }

  /** "Ce n'est pas ça": one thing is corrected at a time, the rest stays as it was. */
  @PostMapping("/{id}/lecture/relire")
  String reread(
      @PathVariable UUID id,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam @Nullable String schema,
      @RequestParam @Nullable String forget,
      @RequestParam @Nullable String back) {
    Deposit deposit = deposits.get(id, who);
    if (forget != null) {
      boolean schemaToo = forget.equals("all") || forget.equals("schema");
      ReadOptions reading = Rereading.forget(deposit.reading(), forget);
      deposits.reread(id, who, reading, schemaToo ? null : deposit.schema());
    } else {
      ReadOptions reading = Rereading.of(deposit.reading(), form);
      deposits.reread(id, who, reading, chosen(schema, deposit.schema()));
    }
    waitBriefly(id);
    boolean place = back != null && back.matches("[a-z]{1,20}");
    return "redirect:" + deposit.href(Step.READING) + (place ? "#" + back : "");
  }

  @GetMapping("/{id}/corrections")
  String mends(@PathVariable UUID id, Page page, Person who, Model model) {
    Deposit deposit = deposits.get(id, who);
    String other = elsewhere(page, deposit, Step.REPAIRS, model);
    return other == null ? mends(page, deposit, null, model) : other;
  }

  private String mends(Page page, Deposit deposit, MendsView.@Nullable Notice notice, Model model) {
    MendsView view = new MendsViews(page).of(deposit, deposits.setApart(deposit));
    frame(page.named(page.n("deposit.mends.title", view.left())), deposit, Step.REPAIRS, model);
    model.addAttribute("view", notice == null ? view : view.with(notice));
    return "deposit/mends";
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
              && problem.status() == HttpStatus.UNPROCESSABLE_CONTENT.value();
      if (!told || elsewhere(page, deposit, Step.REPAIRS, model) != null) {
        throw rejected;
      }
      response.setStatus(rejected.problem().status());
      DepositProblem problem = (DepositProblem) rejected.problem();
      return mends(page, deposit, new MendsViews(page).refused(problem, deposit, mend), model);
    }
  }

  @PostMapping("/{id}/corrections")
  String applyMends(@PathVariable UUID id, Person who) {
    deposits.applyMends(id, who);
    waitBriefly(id);
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
    return orSayWhy(
        id,
        page,
        who,
        mend,
        model,
        response,
        () -> {
          if (certain != null) {
            deposits.acceptCertain(id, who, shown);
          } else if (mend != null) {
            deposits.accept(id, who, mend, String.join("", shown));
          }
        });
  }

  @PostMapping("/{id}/corrections/annuler")
  String undo(@PathVariable UUID id, Person who, @RequestParam String mend) {
    deposits.undo(id, who, mend);
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
        id, page, who, null, model, response, () -> deposits.editCells(id, who, CellEdit.of(form)));
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
    String other = elsewhere(page, deposit, Step.REPAIRS, model);
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
    deposits.replay(id, who, recipe.mends());
    waitBriefly(id);
    return "redirect:/depots/" + id + "/" + Step.REPAIRS.path();
  }

  @GetMapping("/{id}/description")
  String description(@PathVariable UUID id, Page page, Person who, Model model) {
    Deposit deposit = deposits.get(id, who);
    if (deposit.outcome() == null && !deposit.job().running() && !deposit.job().failed()) {
      return "redirect:"
          + deposit.href(deposit.step() == Step.READING ? Step.READING : Step.REPAIRS);
    }
    String other = elsewhere(page, deposit, Step.DESCRIPTION, model);
    if (other != null) {
      return other;
    }
    Suggestions suggestions = describing.of(deposit);
    Draft draft = suggestions.under(deposit.draft());
    return description(page, deposit, suggestions, draft, FormErrors.NONE, model);
  }

  @PostMapping("/{id}/description")
  String describe(
      @PathVariable UUID id,
      Page page,
      Person who,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes) {
    Deposit deposit = deposits.get(id, who);
    deposit.written();
    DescriptionForm filled = DescriptionForm.of(form);
    FormErrors errors = filled.errors(page);
    if (errors.isEmpty()) {
      try {
        Draft draft = describing.of(deposit).marked(filled.draft());
        deposits.describe(id, who, filled.revision(), draft);
      } catch (Rejected rejected) {
        if (rejected.problem() != DepositProblem.CHANGED_MEANWHILE) {
          throw rejected;
        }
        errors = FormErrors.of("title", page.t("deposit.problem.changed-meanwhile"));
      }
    }
    if (!errors.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return description(page, deposit, describing.of(deposit), filled.draft(), errors, model);
    }
    if (form.containsKey("stay")) {
      attributes.addFlashAttribute(Flash.NAME, Flash.of("deposit.description.kept"));
      return "redirect:" + deposit.href(Step.DESCRIPTION);
    }
    deposits.putInSandbox(id, who);
    return "redirect:" + deposit.href(Step.SANDBOX);
  }

  @GetMapping("/{id}/bac-a-sable")
  String sandbox(@PathVariable UUID id, Page page, Person who, Model model) {
    return version(id, page, who, Step.SANDBOX, "deposit.sandbox.title", model);
  }

  @PostMapping("/{id}/bac-a-sable")
  String askPublication(@PathVariable UUID id, Person who) {
    deposits.askPublication(id, who);
    return "redirect:/depots/" + id + "/" + Step.PUBLICATION.path();
  }

  @GetMapping("/{id}/publication")
  String publication(@PathVariable UUID id, Page page, Person who, Model model) {
    Deposit deposit = deposits.get(id, who);
    model.addAttribute(
        "visas",
        deposits.visas(deposit).stream()
            .collect(
                Collectors.toMap(
                    Visa::side, visa -> visa, (a, b) -> a, () -> new EnumMap<>(Visa.Side.class))));
    model.addAttribute("mine", Deposits.sideOf(who));
    return version(
        id,
        page,
        who,
        Step.PUBLICATION,
        deposit.published() ? "deposit.published.title" : "deposit.publication.title",
        model);
  }

  @PostMapping("/{id}/publication/visa")
  String giveVisa(@PathVariable UUID id, Person who, @RequestParam UUID version) {
    deposits.giveVisa(id, who, version);
    return "redirect:/depots/" + id + "/" + Step.PUBLICATION.path();
  }

  private String version(UUID id, Page page, Person who, Step step, String title, Model model) {
    Deposit deposit = deposits.get(id, who);
    UUID datasetId = deposit.datasetId();
    if (datasetId == null || deposit.versionId() == null) {
      return "redirect:" + landing(deposit);
    }
    String other = elsewhere(page, deposit, step, model);
    if (other != null) {
      return other;
    }
    Dataset dataset = datasets.get(datasetId);
    frame(page.titled(title), deposit, step, model);
    model.addAttribute("dataset", dataset);
    model.addAttribute("version", versionOf(dataset, deposit));
    model.addAttribute("errors", deposit.errors().size());
    return step == Step.SANDBOX ? "deposit/sandbox" : "deposit/publication";
  }

  private static Version versionOf(Dataset dataset, Deposit deposit) {
    Version sandbox = dataset.sandbox();
    return sandbox != null && sandbox.id().equals(deposit.versionId())
        ? sandbox
        : dataset.current();
  }

  private String description(
      Page page,
      Deposit deposit,
      Suggestions suggestions,
      Draft draft,
      FormErrors errors,
      Model model) {
    frame(page.titled("deposit.description.heading"), deposit, Step.DESCRIPTION, model);
    model.addAttribute(
        "view", new DescriptionViews(page).of(deposit.written(), suggestions, draft));
    model.addAttribute(
        "score", ScoreView.of(page, describing.facts(draft, deposit.written()), clock.instant()));
    model.addAttribute("table", new ReadingViews(page).table(deposit.seen(), List.of()));
    model.addAttribute("leftOut", new MendsViews(page).leftOut(deposit));
    model.addAttribute("errors", errors);
    return "deposit/description";
  }

  private void frame(Page page, Deposit deposit, Step step, Model model) {
    LocalAuthority authority = organizations.get(deposit.organizationId());
    Page wide = page.widened();
    model.addAttribute("page", wide);
    model.addAttribute(
        "wizard",
        Wizard.of(wide, deposit, step, authority.name(), clock.instant())
            .from(imports.findOrigin(deposit.id()).orElse(null)));
  }

  /** The page to show in the place of a step's: work goes on, the file is refused, or not yet. */
  private @Nullable String elsewhere(Page page, Deposit deposit, Step step, Model model) {
    if (deposit.job().running()) {
      String title =
          deposit.job().job() == Job.INSPECT ? "deposit.waiting.read" : "deposit.waiting.repair";
      frame(page.titled(title).refreshing(1), deposit, step, model);
      return "deposit/waiting";
    }
    if (deposit.job().failed() && !(deposit.canLookBack() && step.compareTo(Step.REPAIRS) <= 0)) {
      return stopped(page, deposit, step, StoppedView.ours(page, deposit, deposits), model);
    }
    Inspection inspection = deposit.inspection();
    if (inspection != null && inspection.refusal() != null) {
      return stopped(page, deposit, Step.READING, StoppedView.refused(page, deposit), model);
    }
    return step.compareTo(deposit.step()) > 0 ? "redirect:" + landing(deposit) : null;
  }

  private String stopped(Page page, Deposit deposit, Step step, StoppedView view, Model model) {
    String title = view.ours() ? "deposit.stopped.ours.title" : "deposit.stopped.title";
    frame(page.titled(title), deposit, step, model);
    model.addAttribute("view", view);
    return "deposit/stopped";
  }

  private static String landing(Deposit deposit) {
    Step step = deposit.step();
    if (deposit.versionId() == null && step.compareTo(Step.DESCRIPTION) > 0) {
      step = Step.DESCRIPTION;
    }
    if (step == Step.DESCRIPTION
        && deposit.outcome() == null
        && !deposit.job().running()
        && !deposit.job().failed()) {
      step = Step.REPAIRS;
    }
    return deposit.href(step);
  }

  /** Without its extension, and nothing that a file system would not take. */
  private static String bare(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String name = dot > 0 ? fileName.substring(0, dot) : fileName;
    return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
  }

  private static @Nullable String chosen(@Nullable String schema, @Nullable String before) {
    if (schema == null) {
      return before;
    }
    return schema.isEmpty() ? null : schema;
  }

  private void waitBriefly(UUID id) {
    long until = System.nanoTime() + BRIEF_MILLIS * 1_000_000;
    try {
      while (deposits.job(id).running() && System.nanoTime() < until) {
        Thread.sleep(30);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
