package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.check.Finding;
import fr.jalon.engine.check.Severity;
import fr.jalon.engine.repair.RepairStep;
import fr.jalon.portal.deposit.RepairsView.Card;
import fr.jalon.portal.deposit.RepairsView.Cell;
import fr.jalon.portal.deposit.RepairsView.Change;
import fr.jalon.portal.deposit.RepairsView.Problem;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the page of repairs of a deposit. */
final class RepairsViews {
  private static final Pattern CELL = Pattern.compile("[A-Z]+[0-9]+");

  private final Page page;
  private final Sentences sentences;

  RepairsViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  RepairsView of(Deposit deposit) {
    List<RepairStep> open = deposit.open();
    List<Finding> unsettled = deposit.unsettled();
    return new RepairsView(
        open.stream().map(this::card).toList(),
        open.stream().filter(RepairStep::certain).count(),
        unsettled.stream()
            .sorted(Comparator.comparing(Finding::severity))
            .map(finding -> problem(finding, deposit.accepted()))
            .toList(),
        deposit.accepted().stream().map(this::past).toList(),
        new ReadingViews(page).table(shown(deposit), faults(open, unsettled)));
  }

  /** The table as it will be when the repairs were applied, else as it was read. */
  static Inspection shown(Deposit deposit) {
    Outcome outcome = deposit.outcome();
    Inspection after = outcome == null ? null : outcome.export().after();
    return after == null ? deposit.inspected() : after;
  }

  private Card card(RepairStep step) {
    return card(step, sentences.of(step));
  }

  private Card past(RepairStep step) {
    return card(step, sentences.done(step));
  }

  private Card card(RepairStep step, String sentence) {
    return new Card(
        step.id(),
        sentence,
        sentences.action(step),
        step.certain(),
        step.count(),
        step.samples().stream()
            .map(change -> new Change(change.address(), change.before(), change.after()))
            .toList(),
        step.column() == null ? "" : step.column());
  }

  private Problem problem(Finding finding, List<RepairStep> accepted) {
    String letters = finding.letters() == null ? "" : finding.letters();
    String name = finding.column() == null ? "" : finding.column();
    return new Problem(
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.severity() == Severity.ERROR,
        sentences.of(finding),
        sentences.help(finding),
        name.isEmpty() ? "" : page.t("deposit.repairs.column", letters, name),
        letters,
        name,
        finding.count(),
        name.isEmpty() ? List.of() : cells(finding, accepted));
  }

  private static List<Cell> cells(Finding finding, List<RepairStep> accepted) {
    return finding.samples().stream()
        .filter(sample -> CELL.matcher(sample.address()).matches())
        .map(
            sample ->
                new Cell(sample.address(), sample.value(), written(sample.address(), accepted)))
        .toList();
  }

  private static @Nullable String written(String address, List<RepairStep> accepted) {
    return accepted.stream()
        .filter(step -> step.id().equals(CellEdit.idOf(address)))
        .flatMap(step -> step.samples().stream())
        .map(RepairStep.Change::after)
        .findFirst()
        .orElse(null);
  }

  private List<CellFault> faults(List<RepairStep> open, List<Finding> unsettled) {
    List<CellFault> faults = new ArrayList<>();
    for (Finding finding : unsettled) {
      String reason = sentences.of(finding);
      finding.samples().forEach(sample -> faults.add(new CellFault(sample.address(), reason)));
    }
    for (RepairStep step : open) {
      String reason = sentences.of(step);
      step.samples().forEach(change -> faults.add(new CellFault(change.address(), reason)));
    }
    return faults;
  }
}
