package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Found;
import fr.jalon.engine.profile.RowTest;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Masks;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Protect;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the causes of one look, each with its mend: those known at once, and those whose cells
 * the search has yet to find.
 */
public final class Report {
  private final Search search;
  private final List<Supplier<@Nullable Draft>> drafts = new ArrayList<>();

  Report(Search search) {
    this.search = search;
  }

  /** A cause about to be told, and the mend to be proposed with it. */
  private record Draft(
      @Nullable Cause cause, @Nullable Mended mended, List<Cause.Sample> left, List<Found> founds) {
    Draft(@Nullable Cause cause, @Nullable Mended mended) {
      this(cause, mended, List.of(), List.of());
    }

    Draft in(List<Found> all) {
      return new Draft(cause, mended, left, all);
    }
  }

  /**
   * A mend about to be proposed.
   *
   * @param rule code of the rule, or of what is mended when it is not the cause's own
   * @param whole the mend itself, null for one that other columns may share
   */
  private record Mended(
      String rule,
      @Nullable ColumnFacts column,
      @Nullable Remedy remedy,
      @Nullable Mend whole,
      boolean certain,
      Map<String, String> words,
      long count,
      List<Proposal.Change> changes) {}

  /** A mend whose effect is known from the facts alone, or once some rows are found. */
  record Whole(
      String rule,
      Mend mend,
      boolean certain,
      Map<String, String> words,
      long count,
      List<Proposal.Change> changes) {}

  /** A cause about the whole file or a whole column, known from the facts alone. */
  void add(Rule rule, Severity severity, @Nullable ColumnFacts column, Map<String, String> more) {
    add(rule, severity, column, 1, more, null);
  }

  /** A cause about a column, known from the facts alone, with a count of its own. */
  void add(
      Rule rule,
      Severity severity,
      @Nullable ColumnFacts column,
      long count,
      Map<String, String> more) {
    add(rule, severity, column, count, more, null);
  }

  /** The same, with its mend. */
  void add(
      Rule rule,
      Severity severity,
      @Nullable ColumnFacts column,
      long count,
      Map<String, String> more,
      @Nullable Whole whole) {
    Cause cause =
        new Cause(rule.code(), severity, name(column), letters(column), count, List.of(), more);
    Draft draft = new Draft(cause, whole == null ? null : mended(whole, column));
    drafts.add(() -> draft);
  }

  private static Mended mended(Whole whole, @Nullable ColumnFacts column) {
    return new Mended(
        whole.rule(),
        column,
        null,
        whole.mend(),
        whole.certain(),
        whole.words(),
        whole.count(),
        whole.changes());
  }

  /** One cause for all the cells of a column whose value fails; none when no value does. */
  void cells(Rule rule, Severity severity, ColumnFacts column, Predicate<Text> fails) {
    cells(rule, severity, column, Map.of(), fails);
  }

  void cells(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Map<String, String> parameters,
      Predicate<Text> fails) {
    Found found = search.values(column.index(), fails);
    drafts.add(() -> draft(rule, severity, column, parameters, found, null));
  }

  /** One cause for all the cells of a column whose value fails, shown as the last argument says. */
  void masked(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Map<String, String> parameters,
      Predicate<Text> fails,
      UnaryOperator<String> shown) {
    Found found = search.covered(column.index(), fails, shown);
    drafts.add(() -> draft(rule, severity, column, parameters, found, null));
  }

  /** One cause for all the cells of a column that the remedy would write otherwise. */
  void cells(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Map<String, String> parameters,
      Remedy remedy) {
    cells(rule, severity, column, parameters, value -> false, remedy);
  }

  /** The same, with cells that fail and that the remedy does not reach. */
  void cells(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Map<String, String> parameters,
      Predicate<Text> fails,
      Remedy remedy) {
    Found found = search.values(column.index(), fails, remedy.change());
    drafts.add(
        () ->
            draft(
                rule,
                severity,
                column,
                parameters,
                found,
                found.changed() == 0 ? null : mended(rule, column, remedy, found)));
  }

  /**
   * One cause for all the cells of a column that the change would write otherwise; how sure it is,
   * and in which words it is said, is asked once every value has been seen.
   *
   * @param witness is shown each value in turn, even those that did not fit in the profile
   */
  void cells(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Consumer<String> witness,
      UnaryOperator<String> change,
      Supplier<Remedy> remedy) {
    Found found =
        search.values(
            column.index(),
            value -> {
              witness.accept(value.toString());
              return false;
            },
            change);
    drafts.add(
        () -> {
          if (found.count() == 0) {
            return null;
          }
          Remedy chosen = remedy.get();
          return draft(
              rule, severity, column, chosen.words(), found, mended(rule, column, chosen, found));
        });
  }

  /**
   * One cause for the cells of all these columns that the remedy would write otherwise, whatever
   * their number: what would only be said again of each column is said once.
   */
  void together(Rule rule, Severity severity, List<ColumnFacts> columns, Remedy remedy) {
    List<Found> each =
        columns.stream()
            .map(column -> search.values(column.index(), value -> false, remedy.change()))
            .toList();
    drafts.add(
        () -> {
          List<ColumnFacts> changed = new ArrayList<>();
          List<Mended> parts = new ArrayList<>();
          List<Cause.Sample> samples = new ArrayList<>();
          for (int i = 0; i < each.size(); i++) {
            Found found = each.get(i);
            if (found.changed() > 0) {
              changed.add(columns.get(i));
              parts.add(mended(rule, columns.get(i), remedy, found));
              samples.addAll(samples(found.hits()));
            }
          }
          return changed.isEmpty()
              ? null
              : joined(rule, severity, changed, parts, samples, remedy).in(each);
        });
  }

  private static Mended mended(Rule rule, ColumnFacts column, Remedy remedy, Found found) {
    return new Mended(
        rule.code(),
        column,
        remedy,
        null,
        remedy.certain(),
        remedy.words(),
        found.changed(),
        changes(found));
  }

  private static Draft joined(
      Rule rule,
      Severity severity,
      List<ColumnFacts> columns,
      List<Mended> parts,
      List<Cause.Sample> samples,
      Remedy remedy) {
    long count = parts.stream().mapToLong(Mended::count).sum();
    List<Cause.Sample> first = samples.subList(0, Math.min(Cause.MAX_SAMPLES, samples.size()));
    ColumnFacts only = columns.size() == 1 ? columns.get(0) : null;
    if (only != null) {
      Cause cause =
          new Cause(rule.code(), severity, name(only), letters(only), count, first, remedy.words());
      return new Draft(cause, parts.get(0));
    }
    List<ColumnRef> references =
        columns.stream().map(column -> ColumnRef.of(column.column())).toList();
    Map<String, String> words = new HashMap<>(remedy.words());
    words.put("letters", String.join(", ", references.stream().map(ColumnRef::letters).toList()));
    words.put("columnCount", Integer.toString(columns.size()));
    words.merge("variant", "several", (own, several) -> own + "-" + several);
    Cause cause = new Cause(rule.code(), severity, null, null, count, first, words);
    Mended mended =
        new Mended(
            rule.code(),
            null,
            null,
            remedy.mend().apply(references),
            remedy.certain(),
            words,
            count,
            inTurn(parts));
    return new Draft(cause, mended);
  }

  /**
   * A choice of what becomes of a column that speaks of people. Nothing is proposed when no cell
   * would change, or when a grouping would leave nothing.
   *
   * @param code of the rule that tells the column
   * @param cover how its values are shown
   */
  void protect(String code, ColumnFacts column, Protect mend, Found.Cover cover) {
    Found found = search.hidden(column.index(), mend::hidden, cover, mend.choice().groups());
    drafts.add(
        () -> {
          long smallest = mend.choice().groups() ? smallest(found) : 0;
          if (found.changed() == 0 || (mend.choice().groups() && smallest == 0)) {
            return null;
          }
          Map<String, String> words = new HashMap<>();
          words.put("choice", mend.choice().code());
          words.put("variant", mend.choice().code());
          if (mend.choice().groups()) {
            words.put("smallest", Long.toString(smallest));
          }
          return new Draft(
              null,
              new Mended(code, column, null, mend, false, words, found.changed(), changes(found)));
        });
  }

  /** The cells of the smallest group; those of which nothing is left are no group. */
  private static long smallest(Found found) {
    return found.groups().entrySet().stream()
        .filter(group -> !group.getKey().isBlank() && !group.getKey().equals(Masks.MASK))
        .mapToLong(Map.Entry::getValue)
        .min()
        .orElse(0);
  }

  /**
   * Another way to mend cells that another rule tells with its own: people choose one of the two.
   */
  void otherwise(Rule rule, ColumnFacts column, Remedy remedy) {
    Found found = search.values(column.index(), value -> false, remedy.change());
    drafts.add(
        () ->
            found.changed() == 0
                ? null
                : new Draft(null, mended(rule, column, remedy, found)).in(List.of(found)));
  }

  private static List<Proposal.Change> changes(Found found) {
    return found.changes().stream()
        .map(change -> new Proposal.Change(change.address(), change.before(), change.after()))
        .toList();
  }

  /** One cause for all the blank cells of a column, rows of totals left out. */
  void blanks(
      Rule rule,
      Severity severity,
      Facts facts,
      ColumnFacts column,
      Map<String, String> parameters,
      @Nullable Whole whole) {
    TotalRows totals = TotalRows.of(facts, true);
    Found found =
        totals == null
            ? search.blanks(column.index())
            : search.rows(column.column(), totals.leftOut(Report.blanks(column)));
    Mended mended = whole == null ? null : mended(whole, column);
    drafts.add(() -> draft(rule, severity, column, parameters, found, mended));
  }

  private static RowTest blanks(ColumnFacts column) {
    return (block, sought) -> {
      for (int row = 0; row < block.rows(); row++) {
        if (block.chunk(column.index()).at(row).isBlank()) {
          sought.accept(row);
        }
      }
    };
  }

  /** One cause for all the rows sought; {@code column} is the cell shown, null for whole rows. */
  void rows(
      Rule rule,
      Severity severity,
      @Nullable ColumnFacts column,
      Map<String, String> parameters,
      RowTest sought) {
    Found found = search.rows(column == null ? null : column.column(), sought);
    drafts.add(() -> draft(rule, severity, column, parameters, found, null));
  }

  /**
   * One cause for rows that a mend sets aside; what is only known of them once found is asked then,
   * even whether they are to be told.
   */
  void setAside(
      Rule rule,
      Severity severity,
      Supplier<Map<String, String>> parameters,
      Supplier<List<CheckedTotal>> totals,
      RowTest sought,
      BooleanSupplier told,
      BooleanSupplier certain,
      Mend mend) {
    Found found = search.rows(null, sought);
    drafts.add(
        () -> {
          if (!told.getAsBoolean()) {
            return null;
          }
          List<Proposal.Change> changes =
              found.hits().stream()
                  .map(hit -> new Proposal.Change(hit.address(), hit.value(), null))
                  .toList();
          Map<String, String> words = parameters.get();
          Mended mended =
              new Mended(
                  rule.code(),
                  null,
                  null,
                  mend,
                  found.count() > 0 && certain.getAsBoolean(),
                  words,
                  found.count(),
                  changes);
          Draft draft = draft(rule, severity, null, words, found, mended);
          return draft == null || draft.cause() == null
              ? draft
              : new Draft(with(draft.cause(), totals.get()), draft.mended()).in(List.of(found));
        });
  }

  private static Cause with(Cause cause, List<CheckedTotal> totals) {
    return new Cause(
        cause.code(),
        cause.severity(),
        cause.column(),
        cause.letters(),
        cause.count(),
        cause.samples(),
        cause.parameters(),
        totals,
        null,
        0,
        List.of());
  }

  /** One cause for rows that a mend changes, each shown as it is and as it would be. */
  void changedRows(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Map<String, String> parameters,
      RowTest sought,
      Search.RowText before,
      Search.RowText after,
      Mend mend) {
    changedRows(rule, severity, column, () -> parameters, sought, before, after, () -> false, mend);
  }

  /** The same; what is only known of the rows once they are found is asked then. */
  void changedRows(
      Rule rule,
      Severity severity,
      ColumnFacts column,
      Supplier<Map<String, String>> parameters,
      RowTest sought,
      Search.RowText before,
      Search.RowText after,
      BooleanSupplier certain,
      Mend mend) {
    Found found = search.rows(column.column(), sought, before, after);
    drafts.add(
        () -> {
          Map<String, String> words = parameters.get();
          Mended mended =
              new Mended(
                  rule.code(),
                  column,
                  null,
                  mend,
                  found.count() > 0 && certain.getAsBoolean(),
                  words,
                  found.count(),
                  changes(found));
          return draft(rule, severity, column, words, found, mended);
        });
  }

  private static @Nullable Draft draft(
      Rule rule,
      Severity severity,
      @Nullable ColumnFacts column,
      Map<String, String> parameters,
      Found found,
      @Nullable Mended mended) {
    if (found.count() == 0) {
      return null;
    }
    Cause cause =
        new Cause(
            rule.code(),
            severity,
            name(column),
            letters(column),
            found.count(),
            samples(found.hits()),
            parameters);
    List<Cause.Sample> left = mended == null ? List.of() : samples(found.left());
    return new Draft(cause, mended, left, List.of(found));
  }

  private static List<Cause.Sample> samples(List<Found.Hit> hits) {
    return hits.stream().map(hit -> new Cause.Sample(hit.address(), hit.value())).toList();
  }

  private static @Nullable String name(@Nullable ColumnFacts column) {
    return column == null ? null : column.name();
  }

  private static @Nullable String letters(@Nullable ColumnFacts column) {
    return column == null || column.column().letters().isEmpty() ? null : column.column().letters();
  }

  /** What was found and what would put it right; call it once the search has run. */
  Told told() {
    List<Draft> all = new ArrayList<>();
    for (Supplier<@Nullable Draft> each : drafts) {
      Draft draft = each.get();
      if (draft != null) {
        all.add(draft);
      }
    }
    Map<Object, List<Draft>> alike = new LinkedHashMap<>();
    for (Draft draft : all) {
      if (draft.mended() != null) {
        alike.computeIfAbsent(key(draft.mended()), any -> new ArrayList<>()).add(draft);
      }
    }
    List<Proposal> proposals = new ArrayList<>();
    Map<Draft, String> mends = new IdentityHashMap<>();
    for (List<Draft> same : alike.values()) {
      Proposal proposal = proposal(same, proposals);
      proposals.add(proposal);
      same.forEach(draft -> mends.put(draft, proposal.id()));
    }
    List<Cause> causes = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    for (Draft draft : all) {
      Cause cause = draft.cause();
      String mend = mends.get(draft);
      if (cause != null) {
        causes.add(linked(draft, cause, mend));
      }
      for (Found found : draft.founds()) {
        places.add(
            new Place(
                found,
                cause == null ? null : cause.code(),
                cause == null ? null : cause.column(),
                mend));
      }
    }
    return new Told(causes, proposals, places);
  }

  /** The answers of all rules, the mends they carry, and where each is found. */
  public record Told(List<Cause> causes, List<Proposal> proposals, List<Place> places) {}

  /**
   * What was found, and of what.
   *
   * @param cause code of a cause told, null for a mend that another rule's cause tells
   * @param column name of its column, null for the whole file or several
   * @param mend id of the proposal that changes what was found, null when none does
   */
  public record Place(
      Found found, @Nullable String cause, @Nullable String column, @Nullable String mend) {}

  private static Cause linked(Draft draft, Cause cause, @Nullable String proposal) {
    Mended mended = draft.mended();
    return mended == null
        ? cause
        : cause.mendedBy(proposal, Math.min(mended.count(), cause.count()), draft.left());
  }

  private static Object key(Mended mended) {
    Remedy remedy = mended.remedy();
    if (remedy != null && remedy.together() != null) {
      return List.of(mended.rule(), remedy.together(), mended.certain(), mended.words());
    }
    return mended.whole() == null ? new Object() : List.of(mended.rule(), mended.whole());
  }

  private static Proposal proposal(List<Draft> same, List<Proposal> before) {
    List<Mended> parts = same.stream().map(Draft::mended).filter(Objects::nonNull).toList();
    Mended first = parts.get(0);
    Remedy remedy = first.remedy();
    if (parts.size() == 1 || remedy == null) {
      return alone(first, before);
    }
    List<ColumnRef> columns = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    long count = 0;
    for (Mended part : parts) {
      columns.add(reference(part));
      letters.add(columns.get(columns.size() - 1).letters());
      count += part.count();
    }
    Map<String, String> words = new HashMap<>(first.words());
    words.put("letters", String.join(", ", letters));
    words.put("columnCount", Integer.toString(parts.size()));
    words.merge("variant", "several", (own, several) -> own + "-" + several);
    boolean taken = isTaken(first.rule(), before);
    return new Proposal(
        taken ? free(first.rule() + ":" + columns.get(0).name() + "+", before) : first.rule(),
        first.rule(),
        null,
        null,
        words,
        count,
        inTurn(parts),
        first.certain(),
        remedy.mend().apply(columns));
  }

  private static boolean isTaken(String id, List<Proposal> before) {
    return before.stream().anyMatch(other -> other.id().equals(id));
  }

  private static String free(String id, List<Proposal> before) {
    String free = id;
    while (isTaken(free, before)) {
      free += "+";
    }
    return free;
  }

  private static Proposal alone(Mended mended, List<Proposal> before) {
    ColumnFacts column = mended.column();
    Mend mend = mended.whole();
    if (mend == null) {
      Remedy remedy = Objects.requireNonNull(mended.remedy(), "remedy");
      mend = remedy.mend().apply(List.of(reference(mended)));
    }
    return new Proposal(
        free(id(mended), before),
        mended.rule(),
        name(column),
        letters(column),
        mended.words(),
        mended.count(),
        mended.changes(),
        mended.certain(),
        mend);
  }

  private static String id(Mended mended) {
    String choice = mended.whole() instanceof Protect protect ? ":" + protect.choice().code() : "";
    return mended.rule() + choice + (mended.column() == null ? "" : ":" + mended.column().name());
  }

  private static ColumnRef reference(Mended mended) {
    ColumnFacts column = Objects.requireNonNull(mended.column(), "column");
    return ColumnRef.of(column.column());
  }

  /** The first changes of each column, so that each is shown. */
  private static List<Proposal.Change> inTurn(List<Mended> parts) {
    List<Proposal.Change> samples = new ArrayList<>();
    for (int rank = 0; rank < Found.MAX_HITS; rank++) {
      for (Mended part : parts) {
        if (rank < part.changes().size() && samples.size() < Found.MAX_HITS) {
          samples.add(part.changes().get(rank));
        }
      }
    }
    return samples;
  }
}
