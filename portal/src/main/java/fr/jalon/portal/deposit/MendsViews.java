package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.deposit.MendsView.Apart;
import fr.jalon.portal.deposit.MendsView.Card;
import fr.jalon.portal.deposit.MendsView.Cell;
import fr.jalon.portal.deposit.MendsView.Change;
import fr.jalon.portal.deposit.MendsView.Done;
import fr.jalon.portal.deposit.MendsView.Item;
import fr.jalon.portal.deposit.MendsView.Notice;
import fr.jalon.portal.deposit.MendsView.Offer;
import fr.jalon.portal.deposit.MendsView.Other;
import fr.jalon.portal.deposit.MendsView.Place;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of the mends of a deposit. */
final class MendsViews {
  private static final Pattern CELL = Pattern.compile("[A-Z]+[0-9]+");

  private static final String SPACE = "\u2423";

  private final Page page;
  private final Sentences sentences;
  private @Nullable MendTable table;

  MendsViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  /**
   * @param apart corrections that do not go with this file
   * @param shown the table beside the cards, null when its rows are not kept
   */
  MendsView of(Deposit deposit, List<Proposal> apart, @Nullable MendTable shown) {
    table = shown;
    List<Proposal> open = deposit.open();
    List<Cause> unsettled = deposit.unsettled();
    List<Group> groups = groups(deposit, open, unsettled);
    return new MendsView(
        groups.stream().filter(group -> !group.mends.isEmpty()).map(this::card).toList(),
        deposit.certain().stream().map(Fingerprint::of).toList(),
        groups.stream()
            .filter(group -> group.mends.isEmpty() && group.severity() != Severity.ADVICE)
            .sorted(Comparator.comparing(Group::severity))
            .map(this::card)
            .toList(),
        groups.stream()
            .filter(group -> group.mends.isEmpty() && group.severity() == Severity.ADVICE)
            .flatMap(group -> group.causes.stream())
            .map(sentences::of)
            .toList(),
        done(deposit),
        deposit.excluded().stream().map(one -> other(deposit, one)).toList(),
        apart(deposit, apart),
        null,
        List.of(),
        shown,
        new ReadingViews(page).table(deposit.seen(), faults(open, unsettled)));
  }

  /** A cause in all its columns, with the mends that stand open for it. */
  private static final class Group {
    private final String code;
    private final Deposit deposit;
    private final List<Cause> causes = new ArrayList<>();
    private final List<Proposal> mends = new ArrayList<>();

    Group(String code, Deposit deposit) {
      this.code = code;
      this.deposit = deposit;
    }

    Severity severity() {
      return causes.stream()
          .map(Cause::severity)
          .min(Comparator.naturalOrder())
          .orElse(Severity.WARNING);
    }

    boolean isOffered(Cause cause) {
      return mends.stream().anyMatch(mend -> mend.id().equals(cause.mend()));
    }

    /** Whether a mend made for it alone tells it. */
    boolean isTold(Cause cause) {
      return isOffered(cause)
          && causes.stream().filter(one -> Objects.equals(one.mend(), cause.mend())).count() == 1;
    }

    /** Whether it is only told in general, so that its places can be told by their columns. */
    boolean isAlike() {
      return causes.stream().allMatch(one -> one.column() != null)
          && causes.stream().map(Cause::parameters).distinct().count() == 1;
    }
  }

  /**
   * One group a cause. A mend stands in the group of the cause it was made for; what it settles
   * whole of another cause is not told twice.
   */
  private static List<Group> groups(Deposit deposit, List<Proposal> open, List<Cause> unsettled) {
    Map<String, Group> groups = new LinkedHashMap<>();
    List<Cause> seen =
        deposit.seen().findings().stream().filter(one -> !Sighting.speaksOfPeople(one)).toList();
    for (Proposal mend : open) {
      String code =
          seen.stream()
              .filter(cause -> mend.id().equals(cause.mend()))
              .map(Cause::code)
              .filter(one -> one.equals(mend.rule()) || !isOwn(seen, mend))
              .findFirst()
              .orElse(mend.rule());
      groups.computeIfAbsent(code, any -> new Group(code, deposit)).mends.add(mend);
    }
    for (Cause cause : seen) {
      Group group = groups.get(cause.code());
      boolean offered = group != null && group.isOffered(cause);
      if (offered || unsettled.contains(cause)) {
        groups.computeIfAbsent(cause.code(), code -> new Group(code, deposit)).causes.add(cause);
      }
    }
    return List.copyOf(groups.values());
  }

  /** Code of the card that comes first on the page, empty when nothing is left to decide. */
  static Optional<String> firstCard(Deposit deposit) {
    List<Group> groups = groups(deposit, deposit.open(), deposit.unsettled());
    return groups.stream()
        .filter(group -> !group.mends.isEmpty())
        .findFirst()
        .or(
            () ->
                groups.stream()
                    .filter(group -> group.severity() != Severity.ADVICE)
                    .min(Comparator.comparing(Group::severity)))
        .map(group -> group.code);
  }

  private static boolean isOwn(List<Cause> seen, Proposal mend) {
    return seen.stream()
        .anyMatch(cause -> mend.id().equals(cause.mend()) && cause.code().equals(mend.rule()));
  }

  private Card card(Group group) {
    boolean one = group.mends.size() == 1 && group.causes.stream().allMatch(group::isOffered);
    boolean single = group.causes.size() == 1 && (one || group.mends.size() != 1);
    String heading =
        one
            ? sentences.of(group.mends.get(0))
            : single ? sentences.of(group.causes.get(0)) : heading(group);
    boolean alike = group.isAlike();
    List<String> lines =
        single
            ? List.of()
            : group.causes.stream()
                .filter(cause -> !group.isTold(cause))
                .map(cause -> alike ? line(cause) : sentences.of(cause))
                .toList();
    return new Card(
        "carte-" + group.code,
        group.severity().name().toLowerCase(Locale.ROOT),
        heading,
        group.causes.isEmpty() || !group.mends.isEmpty() ? "" : sentences.help(group.causes.get(0)),
        lines,
        group.mends.stream()
            .map(mend -> offer(group.deposit, mend, one ? "" : sentences.of(mend)))
            .toList(),
        items(group));
  }

  private String heading(Group group) {
    return sentences.has("finding." + group.code + ".title")
        ? sentences.title(group.code)
        : page.t("deposit.mends.several", Math.max(group.causes.size(), group.mends.size()));
  }

  /** A column and how many of its cells are concerned. */
  private String line(Cause cause) {
    String inside = column(cause);
    String column = inside.substring(0, 1).toUpperCase(Locale.ROOT) + inside.substring(1);
    if (cause.samples().isEmpty()) {
      return column;
    }
    boolean cells = CELL.matcher(cause.samples().get(0).address()).matches();
    String all =
        page.n(cells ? "deposit.mends.cells" : "deposit.mends.rows", cause.count(), column);
    return cause.mend() == null || cause.left() == 0
        ? all
        : page.n("deposit.mends.of-them", cause.left(), all);
  }

  private String column(Cause cause) {
    String name = Objects.requireNonNullElse(cause.column(), "");
    String letters = Objects.requireNonNullElse(cause.letters(), "");
    return letters.isEmpty()
        ? page.t("deposit.mends.named", name)
        : page.t("deposit.mends.column", letters, name);
  }

  private Offer offer(Deposit deposit, Proposal mend, String sentence) {
    return new Offer(
        mend.id(),
        Fingerprint.of(mend),
        sentence,
        sentences.action(mend),
        mend.certain(),
        mend.count(),
        changes(deposit, mend),
        table == null || mend.count() <= mend.samples().size()
            ? ""
            : CasesViews.href(deposit, mend));
  }

  private String href(Deposit deposit, String address) {
    return table == null ? "" : MendTables.href(deposit, table, address);
  }

  /** The changes, those of a value not yet shown first: three times the same line says nothing. */
  private List<Change> changes(Deposit deposit, Proposal step) {
    Set<String> shown = new HashSet<>();
    List<Change> first = new ArrayList<>();
    List<Change> again = new ArrayList<>();
    for (Proposal.Change change : step.samples()) {
      Change line =
          new Change(
              change.address(),
              visible(change.before()),
              change.after(),
              href(deposit, change.address()));
      (shown.add(change.before()) ? first : again).add(line);
    }
    first.addAll(again);
    return first;
  }

  /** Spaces around a value, made visible. */
  static String visible(String value) {
    String text = value.strip();
    if (text.isEmpty() || text.length() == value.length()) {
      return value;
    }
    int start = value.indexOf(text);
    return SPACE.repeat(start) + text + SPACE.repeat(value.length() - start - text.length());
  }

  private List<Item> items(Group group) {
    List<Item> items = new ArrayList<>();
    for (Cause cause : group.causes) {
      List<Cause.Sample> left = remaining(cause, group);
      List<Cell> cells = cause.column() == null ? List.of() : cells(left, group.deposit, table);
      Set<String> edited = cells.stream().map(Cell::address).collect(Collectors.toSet());
      List<Place> places =
          left.stream()
              .filter(sample -> !edited.contains(sample.address()))
              .map(
                  sample ->
                      new Place(
                          sample.address(), sample.value(), href(group.deposit, sample.address())))
              .toList();
      String sentence = remains(cause, group);
      if (!sentence.isEmpty() || !left.isEmpty()) {
        items.add(
            new Item(
                group.code + "-" + items.size(),
                sentence,
                cause.column() == null ? "" : column(cause),
                Objects.requireNonNullElse(cause.letters(), ""),
                Objects.requireNonNullElse(cause.column(), ""),
                cells,
                places,
                left.isEmpty() ? 0 : Math.max(0, leftOf(cause) - left.size()),
                table == null ? "" : CasesViews.href(group.deposit, cause)));
      }
    }
    return items;
  }

  /** What an applied mend was to settle, and is still there, is all left. */
  private static long leftOf(Cause cause) {
    return cause.left() == 0 ? cause.count() : cause.left();
  }

  private String remains(Cause cause, Group group) {
    if (cause.mend() == null) {
      Proposal other = changing(cause, group.deposit);
      return other == null ? "" : page.t("deposit.mends.reread", sentences.of(other.mend()));
    }
    if (cause.left() == 0) {
      return "";
    }
    boolean taken =
        group.deposit.accepted().stream().anyMatch(one -> one.id().equals(cause.mend()));
    return page.n(
        taken ? "deposit.mends.remains-accepted" : "deposit.mends.remains",
        cause.left(),
        group.causes.size() > 1 || group.mends.size() > 1 ? ", " + column(cause) : "");
  }

  /** The mend of another cause that would write all the cells shown otherwise, null for none. */
  private static @Nullable Proposal changing(Cause cause, Deposit deposit) {
    if (deposit.outcome() != null || cause.samples().isEmpty()) {
      return null;
    }
    return deposit.proposals().stream()
        .filter(one -> one.mend() instanceof Convert convert && changes(convert, cause))
        .findFirst()
        .orElse(null);
  }

  private static boolean changes(Convert convert, Cause cause) {
    return convert.columns().stream().anyMatch(column -> column.name().equals(cause.column()))
        && cause.samples().stream()
            .allMatch(
                sample ->
                    isWhole(sample.value())
                        && !convert.conversion().convert(sample.value()).equals(sample.value()));
  }

  /** The cells that no mend would put right, the first ones. */
  private static List<Cause.Sample> remaining(Cause cause, Group group) {
    if (cause.mend() == null) {
      return cause.samples();
    }
    if (cause.left() == 0) {
      return group.isOffered(cause) ? List.of() : cause.samples();
    }
    if (!cause.remaining().isEmpty()) {
      return cause.remaining();
    }
    // a cause stored before the remaining cells were
    Set<String> mended =
        group.deposit.proposals().stream()
            .filter(one -> one.id().equals(cause.mend()))
            .flatMap(one -> one.samples().stream())
            .map(Proposal.Change::address)
            .collect(Collectors.toSet());
    return cause.samples().stream().filter(one -> !mended.contains(one.address())).toList();
  }

  static List<Cell> cells(List<Cause.Sample> samples, Deposit deposit, @Nullable MendTable table) {
    return samples.stream()
        .filter(sample -> CELL.matcher(sample.address()).matches())
        .filter(sample -> isWhole(sample.value()))
        .map(
            sample ->
                new Cell(
                    sample.address(),
                    sample.value(),
                    written(sample.address(), deposit.accepted()),
                    table == null ? "" : MendTables.href(deposit, table, sample.address())))
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

  private List<Done> done(Deposit deposit) {
    Map<Proposal, Misfit> leftOut = deposit.leftOut();
    return deposit.accepted().stream()
        .map(
            one -> {
              Misfit why = leftOut.get(one);
              return new Done(
                  one.id(),
                  anchor(deposit, one),
                  why == null ? sentences.done(one) : sentences.of(one.mend()),
                  why == null ? "" : sentences.of(why));
            })
        .toList();
  }

  /** Where what was done by a mend accepted is told. */
  static String anchor(Deposit deposit, Proposal accepted) {
    return "fait-" + deposit.accepted().indexOf(accepted);
  }

  private Other other(Deposit deposit, Proposal excluded) {
    Proposal accepted = Objects.requireNonNull(deposit.excluding(excluded), "excluding");
    return new Other(sentences.of(excluded), accepted.id(), name(page, accepted));
  }

  /** Accepted mends that were not applied, each with why: for the pages that come after. */
  List<Apart> leftOut(Deposit deposit) {
    return deposit.leftOut().entrySet().stream()
        .map(
            left ->
                new Apart(sentences.of(left.getKey().mend()), sentences.of(left.getValue()), ""))
        .toList();
  }

  /** Corrections that do not go with the reading, each told by what it is and why. */
  List<Apart> apart(Deposit deposit, List<Proposal> apart) {
    return apart.stream()
        .map(
            one ->
                new Apart(
                    CellEdit.is(one) ? sentences.of(one) : sentences.of(one.mend()),
                    why(deposit, one),
                    RowsAside.isAskedAgain(one) ? RowsAside.text(RowsAside.ranges(one)) : ""))
        .toList();
  }

  private String why(Deposit deposit, Proposal apart) {
    if (RowsAside.isAskedAgain(apart)) {
      return page.t("deposit.mends.rows-asked");
    }
    Misfit misfit = apart.mend().misfit(FileColumns.of(deposit.inspected()));
    if (misfit != null) {
      return sentences.of(misfit);
    }
    if (deposit.accepted().stream().anyMatch(one -> contradicts(one, apart))) {
      return sentences.of(Misfit.EXCLUDED);
    }
    return CellEdit.is(apart) || RowsAside.is(apart)
        ? sentences.of(Misfit.CHANGED_SINCE)
        : page.t("deposit.mends.nothing-alike");
  }

  /** Of two edits of a cell, one that found it otherwise is not a contrary wish. */
  private static boolean contradicts(Proposal accepted, Proposal apart) {
    if (accepted.mend() instanceof EditCells mine && apart.mend() instanceof EditCells theirs) {
      return accepted.id().equals(apart.id()) && befores(mine).equals(befores(theirs));
    }
    return Mending.exclusion(accepted.mend(), apart.mend()) != null;
  }

  private static List<String> befores(EditCells cells) {
    return cells.edits().stream().map(EditCells.Edit::before).toList();
  }

  /** What a correction does, in a few words. */
  static String name(Page page, Proposal step) {
    Sentences words = Sentences.in(page.messages().locale());
    return CellEdit.is(step) ? words.of(step) : words.done(step);
  }

  /** Why accepting this mend did nothing. */
  Notice refused(
      Rejected rejected, DepositProblem problem, Deposit deposit, @Nullable String mendId) {
    Proposal asked =
        deposit.proposals().stream()
            .filter(one -> one.id().equals(mendId))
            .findFirst()
            .orElse(null);
    if (problem == DepositProblem.MEND_EXCLUDED && asked != null) {
      Proposal accepted = deposit.excluding(asked);
      if (accepted != null) {
        return new Notice(
            page.t("deposit.mends.excluded", sentences.of(asked), name(page, accepted)),
            "",
            accepted.id(),
            name(page, accepted),
            false);
      }
    }
    if (problem == DepositProblem.MEND_CHANGED && asked != null) {
      return new Notice(
          page.t("deposit.mends.changed"), "carte-" + cardOf(deposit, asked), "", "", false);
    }
    return Notice.of(rejected.sentence(page.messages()));
  }

  static String cardOf(Deposit deposit, Proposal asked) {
    return groups(deposit, deposit.open(), deposit.unsettled()).stream()
        .filter(group -> group.mends.contains(asked))
        .map(group -> group.code)
        .findFirst()
        .orElse(asked.rule());
  }

  private List<CellFault> faults(List<Proposal> open, List<Cause> unsettled) {
    List<CellFault> faults = new ArrayList<>();
    for (Cause cause : unsettled) {
      if (cause.severity() == Severity.ADVICE) {
        continue;
      }
      String reason = sentences.of(cause);
      List<Cause.Sample> left = cause.remaining().isEmpty() ? cause.samples() : cause.remaining();
      left.forEach(sample -> faults.add(new CellFault(sample.address(), reason, false)));
    }
    for (Proposal step : open) {
      String reason = sentences.of(step);
      step.samples().forEach(change -> faults.add(new CellFault(change.address(), reason, true)));
    }
    return faults;
  }
}
