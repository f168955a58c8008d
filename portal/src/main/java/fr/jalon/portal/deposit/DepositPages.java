package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Page;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of all the steps share: their frame, and where one lands. */
@Component
class DepositPages {
  /** Work shorter than this shows no waiting page. */
  private static final long BRIEF_MILLIS = 900;

  private final Deposits deposits;
  private final DepositMends mends;
  private final Publications publications;
  private final Organizations organizations;
  private final Imports imports;
  private final ObjectProvider<StepAside> asides;
  private final Clock clock;

  DepositPages(
      Deposits deposits,
      DepositMends mends,
      Publications publications,
      Organizations organizations,
      Imports imports,
      ObjectProvider<StepAside> asides,
      Clock clock) {
    this.deposits = deposits;
    this.mends = mends;
    this.publications = publications;
    this.organizations = organizations;
    this.imports = imports;
    this.asides = asides;
    this.clock = clock;
  }

  void frame(Page page, Deposit deposit, Step step, Model model) {
    LocalAuthority authority = organizations.get(deposit.organizationId());
    Page wide = page.widened();
    model.addAttribute("page", wide);
    model.addAttribute(
        "wizard",
        Wizard.of(wide, deposit, step, authority.name(), clock.instant())
            .beside(beside(wide, deposit, step))
            .from(imports.findOrigin(deposit.id()).orElse(null))
            .asked(
                publications.requests(deposit).stream()
                    .filter(request -> request.step() == step)
                    .toList()));
  }

  /** Of the rooms that have something to put there, the first. */
  private @Nullable Aside beside(Page page, Deposit deposit, Step step) {
    return asides
        .orderedStream()
        .flatMap(room -> Stream.ofNullable(room.beside(page, deposit, step)))
        .findFirst()
        .orElse(null);
  }

  /** The page to show in the place of a step's: work goes on, the file is refused, or not yet. */
  @Nullable String elsewhere(Page page, Deposit deposit, Step step, Model model) {
    if (deposit.file().erasedAt() != null) {
      frame(page.titled("deposit.erased.title"), deposit, Step.PUBLICATION, model);
      return "deposit/erased";
    }
    if (deposit.job().running()) {
      String title =
          deposit.job().job() == Job.INSPECT ? "deposit.waiting.read" : "deposit.waiting.repair";
      frame(page.titled(title).refreshing(1), deposit, step, model);
      return "deposit/waiting";
    }
    if (deposit.job().failed() && !(deposit.canLookBack() && step.compareTo(Step.REPAIRS) <= 0)) {
      return stopped(page, deposit, step, StoppedView.ours(page, deposit, mends), model);
    }
    Inspection inspection = deposit.inspection();
    if (inspection != null && inspection.refusal() != null) {
      return stopped(page, deposit, Step.READING, StoppedView.refused(page, deposit), model);
    }
    if (step.compareTo(Step.PROTECTION) > 0 && asksAboutPeople(deposit)) {
      return "redirect:" + deposit.href(Step.PROTECTION);
    }
    return step.compareTo(deposit.step()) > 0 ? "redirect:" + landing(deposit) : null;
  }

  /** Nothing goes on while something that speaks of people is undecided. */
  private static boolean asksAboutPeople(Deposit deposit) {
    return !deposit.published()
        && deposit.inspection() != null
        && deposit.inspection().refusal() == null
        && (deposit.protection().stale() || !deposit.undecided().isEmpty());
  }

  private String stopped(Page page, Deposit deposit, Step step, StoppedView view, Model model) {
    String title = view.ours() ? "deposit.stopped.ours.title" : "deposit.stopped.title";
    frame(page.titled(title), deposit, step, model);
    model.addAttribute("view", view);
    return "deposit/stopped";
  }

  /** The address of the page where one left. */
  String landing(Deposit deposit) {
    if (deposit.file().erasedAt() != null) {
      return deposit.href(Step.READING);
    }
    Step step = deposit.step();
    boolean atRest = !deposit.job().running() && !deposit.job().failed();
    if (step != Step.READING && atRest && asksAboutPeople(deposit)) {
      return deposit.href(Step.PROTECTION);
    }
    if (step == Step.PROTECTION && atRest && !deposit.published()) {
      return deposit.href(deposit.speaksOfPeople() ? step : Step.REPAIRS);
    }
    if (deposit.versionId() == null && step.compareTo(Step.CHECK) > 0) {
      step = Step.CHECK;
    }
    if (step == Step.CHECK && deposit.draft() == null) {
      step = Step.DESCRIPTION;
    }
    boolean toWrite = step == Step.DESCRIPTION || step == Step.CHECK;
    return deposit.href(toWrite && atRest && deposit.outcome() == null ? Step.REPAIRS : step);
  }

  void waitBriefly(UUID id) {
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
