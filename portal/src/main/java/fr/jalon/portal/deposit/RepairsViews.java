package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.deposit.RepairsView.Card;
import fr.jalon.portal.deposit.RepairsView.Cell;
import fr.jalon.portal.deposit.RepairsView.Change;
import fr.jalon.portal.deposit.RepairsView.Item;
import fr.jalon.portal.deposit.RepairsView.Problem;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the page of repairs of a deposit. */
final class RepairsViews {
  private static final Pattern CELL = Pattern.compile("[A-Z]+[0-9]+");

  private static final String SPACE = "\u2423";

  private final Page page;
  private final Sentences sentences;

  RepairsViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  RepairsView of(Deposit deposit) {
    List<Proposal> open = deposit.open();
    List<Cause> unsettled = deposit.unsettled();
    return new RepairsView(
        open.stream().map(this::card).toList(),
        open.stream().filter(Proposal::certain).count(),
        problems(unsettled, deposit.accepted()),
        unsettled.stream()
            .filter(finding -> finding.severity() == Severity.ADVICE)
            .map(sentences::of)
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

  /** Corrections that do not go with the reading, each in words. */
  List<String> apart(List<Proposal> steps) {
    return steps.stream().map(step -> name(page, step)).toList();
  }

  /** What a correction does, in a few words. */
  static String name(Page page, Proposal step) {
    Sentences words = Sentences.in(page.messages().locale());
    return CellEdit.is(step) ? words.of(step) : words.done(step);
  }

  private Card card(Proposal step) {
    return card(step, sentences.of(step));
  }

  private Card past(Proposal step) {
    return card(step, sentences.done(step));
  }

  private Card card(Proposal step, String sentence) {
    return new Card(
        step.id(),
        sentence,
        sentences.action(step),
        step.certain(),
        step.count(),
        changes(step),
        step.column() == null ? "" : step.column());
  }

  /** The changes, those of a value not yet shown first: three times the same line says nothing. */
  private static List<Change> changes(Proposal step) {
    Set<String> shown = new HashSet<>();
    List<Change> first = new ArrayList<>();
    List<Change> again = new ArrayList<>();
    for (Proposal.Change change : step.samples()) {
      Change line = new Change(change.address(), visible(change.before()), change.after());
      (shown.add(change.before()) ? first : again).add(line);
    }
    first.addAll(again);
    return first;
  }

  /** Spaces around a value, made visible. */
  private static String visible(String value) {
    String text = value.strip();
    if (text.isEmpty() || text.length() == value.length()) {
      return value;
    }
    int start = value.indexOf(text);
    return SPACE.repeat(start) + text + SPACE.repeat(value.length() - start - text.length());
  }

  /** One problem a cause: findings of the same check go together, errors first. */
  private List<Problem> problems(List<Cause> unsettled, List<Proposal> accepted) {
    Map<String, List<Cause>> byCause = new LinkedHashMap<>();
    unsettled.stream()
        .filter(finding -> finding.severity() != Severity.ADVICE)
        .sorted(Comparator.comparing(Cause::severity))
        .forEach(
            finding ->
                byCause
                    .computeIfAbsent(
                        finding.severity() + finding.code(), cause -> new ArrayList<>())
                    .add(finding));
    return byCause.values().stream().map(same -> problem(same, accepted)).toList();
  }

  private Problem problem(List<Cause> same, List<Proposal> accepted) {
    Cause first = same.get(0);
    List<Item> items = new ArrayList<>();
    for (Cause finding : same) {
      String letters = finding.letters() == null ? "" : finding.letters();
      String name = finding.column() == null ? "" : finding.column();
      items.add(
          new Item(
              finding.severity() + finding.code() + items.size(),
              sentences.of(finding),
              name.isEmpty() ? "" : page.t("deposit.repairs.column", letters, name),
              letters,
              name,
              name.isEmpty() ? List.of() : cells(finding, accepted)));
    }
    return new Problem(
        first.severity().name().toLowerCase(Locale.ROOT),
        first.severity() == Severity.ERROR,
        sentences.help(first),
        items);
  }

  static List<Cell> cells(Cause finding, List<Proposal> accepted) {
    return finding.samples().stream()
        .filter(sample -> CELL.matcher(sample.address()).matches())
        .filter(sample -> isWhole(sample.value()))
        .map(
            sample ->
                new Cell(sample.address(), sample.value(), written(sample.address(), accepted)))
        .toList();
  }

  /**
   * One who mends a word in a text shown cut would write the cut text in the place of the whole.
   */
  private static boolean isWhole(String value) {
    return value.length() < Cause.Sample.LONGEST;
  }

  private static @Nullable String written(String address, List<Proposal> accepted) {
    return accepted.stream()
        .filter(step -> step.id().equals(CellEdit.idOf(address)))
        .flatMap(step -> step.samples().stream())
        .map(Proposal.Change::after)
        .findFirst()
        .orElse(null);
  }

  private List<CellFault> faults(List<Proposal> open, List<Cause> unsettled) {
    List<CellFault> faults = new ArrayList<>();
    for (Cause finding : unsettled) {
      if (finding.severity() == Severity.ADVICE) {
        continue;
      }
      String reason = sentences.of(finding);
      finding
          .samples()
          .forEach(sample -> faults.add(new CellFault(sample.address(), reason, false)));
    }
    for (Proposal step : open) {
      String reason = sentences.of(step);
      step.samples().forEach(change -> faults.add(new CellFault(change.address(), reason, true)));
    }
    return faults;
  }
}
