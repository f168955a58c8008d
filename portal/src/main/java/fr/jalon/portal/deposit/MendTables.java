package fr.jalon.portal.deposit;

import fr.jalon.engine.MendedRows;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.export.RowMasks;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.table.Address;
import fr.jalon.portal.deposit.MendTable.Cell;
import fr.jalon.portal.deposit.MendTable.Line;
import fr.jalon.portal.deposit.MendTable.Mark;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Pager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the table beside the cards: one page of rows, marked by what was found in the whole table
 * when it was read, whatever its length.
 */
final class MendTables {
  private static final int PAGE_ROWS = 50;

  /** Cells of a page, beyond which neither we nor browsers are at ease. */
  private static final int MOST_CELLS = 20_000;

  private static final int FEWEST_ROWS = 5;

  /** A table as narrow as this is shown with all its columns: it fits beside the cards. */
  private static final int NARROW = 6;

  private final Page page;
  private final Sentences sentences;
  private final Deposit deposit;
  private final SeenRows seen;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Mark> byAddress = new HashMap<>();
  private final List<Proposal> accepted;

  /** Rows marked for one reason, in a column or whole. */
  private record Fault(int column, RowMasks rows, Mark mark) {}

  MendTables(Page page, Deposit deposit, SeenRows seen) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
    this.deposit = deposit;
    this.seen = seen;
    this.accepted = deposit.applied();
  }

  MendTable of(TableAsk ask) throws IOException {
    look();
    RowMasks marked = RowMasks.none();
    for (Fault fault : faults) {
      marked = marked.or(fault.rows());
    }
    marked = marked.or(chosenByHand());
    boolean nothing = marked.isEmpty();
    RowMasks some = marked.around(seen.rows());
    long rank = ask.row() == null ? -1 : seen.rankFrom(ask.row());
    boolean whole = ask.whole() || nothing || (rank >= 0 && !some.has(rank));
    RowMasks rows = whole ? seen.all() : some;
    List<Integer> columns = whole ? allColumns() : columns();
    int size = Math.max(FEWEST_ROWS, Math.min(PAGE_ROWS, MOST_CELLS / Math.max(1, columns.size())));
    long total = rows.count();
    long last = Math.max(1, (total + size - 1) / size);
    int at = (int) Math.min(last, rank < 0 ? ask.page() : rows.before(rank) / size + 1);
    List<SeenRows.Row> shown = seen.read(rows.ranks((long) (at - 1) * size, size));
    MendedRows mended = accepted.isEmpty() ? null : mended(shown);
    List<Line> lines = new ArrayList<>();
    long before = -1;
    for (SeenRows.Row row : shown) {
      lines.add(line(row, columns, mended, before >= 0 && row.rank() > before + 1));
      before = row.rank();
    }
    String here = deposit.href(Step.REPAIRS);
    boolean all = total == seen.rows() && columns.size() == seen.columns().size();
    return new MendTable(
        page.n("deposit.rows.caption", seen.rows()),
        part(whole, marked.count(), columns.size()),
        nothing || (all && !whole) ? null : whole ? here : here + "?tout=oui",
        whole,
        heads(columns, mended),
        lines,
        new Pager(total, at, size, here + (whole ? "?tout=oui&" : "?")));
  }

  private @Nullable MendedRows mended(List<SeenRows.Row> shown) throws IOException {
    return MendedRows.of(
        seen, Objects.requireNonNull(deposit.inspected().reading(), "reading"), shown, accepted);
  }

  private String part(boolean whole, long marked, int columns) {
    int left = seen.columns().size() - columns;
    if (whole) {
      return page.n("deposit.rows.whole", seen.rows());
    }
    return page.n("deposit.rows.part", marked)
        + (left == 0 ? "" : " " + page.n("deposit.rows.columns-left", left));
  }

  /** What is at fault and what was put right, everywhere in the table. */
  private void look() throws IOException {
    Map<String, Mark> done = new HashMap<>();
    for (Proposal one : accepted) {
      String anchor = MendsViews.anchor(deposit, one);
      done.put(one.id(), new Mark(sentences.done(one), anchor, true, true));
    }
    Map<String, Mark> open = new HashMap<>();
    for (Proposal one : deposit.open()) {
      String card = MendsViews.cardOf(deposit, one);
      open.put(one.id(), new Mark(sentences.of(one), "carte-" + card, true, false));
      one.samples().forEach(change -> byAddress.put(change.address(), open.get(one.id())));
    }
    List<Cause> unsettled =
        deposit.unsettled().stream().filter(one -> one.severity() != Severity.ADVICE).toList();
    for (SeenRows.Place place : seen.places()) {
      Mark settled = place.mend() == null ? null : done.get(place.mend());
      Mark offered = place.mend() == null ? null : open.get(place.mend());
      if (settled != null || offered != null) {
        add(place, seen.changed(place), settled == null ? offered : settled);
      }
      for (Cause cause : unsettled) {
        if (is(place, cause)) {
          RowMasks hits = seen.hits(place);
          boolean taken = settled != null || offered != null;
          add(place, taken ? hits.without(seen.changed(place)) : hits, mark(cause));
        }
      }
    }
    for (Cause cause : unsettled) {
      List<Cause.Sample> left = cause.remaining().isEmpty() ? cause.samples() : cause.remaining();
      left.forEach(sample -> byAddress.putIfAbsent(sample.address(), mark(cause)));
    }
    for (Proposal one : accepted) {
      Mark mark = done.get(one.id());
      if (one.mend() instanceof EditCells cells && mark != null) {
        cells.edits().forEach(edit -> byAddress.put(edit.column().letters() + edit.row(), mark));
      }
    }
  }

  private void add(SeenRows.Place place, RowMasks rows, @Nullable Mark mark) {
    if (mark != null && !rows.isEmpty()) {
      faults.add(new Fault(place.column(), rows, mark));
    }
  }

  private Mark mark(Cause cause) {
    return new Mark(sentences.of(cause), "carte-" + cause.code(), false, false);
  }

  private static boolean is(SeenRows.Place place, Cause cause) {
    return cause.code().equals(place.cause())
        && Objects.equals(cause.column(), place.columnOfCause());
  }

  /** Rows that a person edited or set aside. */
  private RowMasks chosenByHand() throws IOException {
    Set<Long> ranks = new TreeSet<>();
    for (Proposal one : accepted) {
      if (one.mend() instanceof EditCells cells) {
        for (EditCells.Edit edit : cells.edits()) {
          ranks.add(seen.rankFrom(edit.row()));
        }
      } else if (one.mend() instanceof SetAsideRows aside
          && aside.rows() instanceof Criterion.Chosen chosen) {
        for (Criterion.Chosen.Range range : chosen.ranges()) {
          ranks.add(seen.rankFrom(range.first()));
          ranks.add(Math.max(0, seen.rankFrom(range.last() + 1) - 1));
        }
      }
    }
    return RowMasks.of(ranks);
  }

  private List<Integer> allColumns() {
    return seen.columns().stream().map(column -> column.index()).toList();
  }

  /** The first column, by which people know a row, and those with something to look at. */
  private List<Integer> columns() {
    boolean rows = faults.stream().anyMatch(fault -> fault.column() < 0);
    if (rows || seen.columns().size() <= NARROW) {
      return allColumns();
    }
    Set<Integer> columns = new TreeSet<>(Set.of(0));
    faults.forEach(fault -> columns.add(fault.column()));
    for (Proposal one : accepted) {
      one.mend().columns().stream()
          .map(reference -> reference.find(seen.columns()))
          .filter(Objects::nonNull)
          .forEach(column -> columns.add(column.index()));
    }
    return List.copyOf(columns);
  }

  private List<MendTable.Column> heads(List<Integer> columns, @Nullable MendedRows mended) {
    List<ColumnProfile> profiles =
        deposit.inspected().profile() == null ? List.of() : deposit.inspected().profile().columns();
    List<MendTable.Column> heads = new ArrayList<>();
    for (int index : columns) {
      ColumnProfile profile = index < profiles.size() ? profiles.get(index) : null;
      String name = seen.columns().get(index).name();
      int place = mended == null ? index : mended.places().get(index);
      String now = mended == null || place < 0 ? name : mended.columns().get(place).name();
      heads.add(
          new MendTable.Column(
              seen.columns().get(index).letters(),
              now,
              now.equals(name) ? null : name,
              profile == null ? "" : sentences.kind(profile.kind()),
              profile != null && profile.type().isNumber(),
              place < 0 ? page.t("deposit.rows.column-gone") : ""));
    }
    added(mended)
        .forEach(
            place ->
                heads.add(
                    new MendTable.Column(
                        "",
                        mended == null ? "" : mended.columns().get(place).name(),
                        null,
                        "",
                        false,
                        page.t("deposit.rows.column-new"))));
    return heads;
  }

  /** Places in the mended table of columns that the file does not have. */
  private static List<Integer> added(@Nullable MendedRows mended) {
    List<Integer> added = new ArrayList<>();
    if (mended != null) {
      int kept = (int) mended.places().stream().filter(place -> place >= 0).count();
      for (int place = kept; place < mended.columns().size(); place++) {
        added.add(place);
      }
    }
    return added;
  }

  private Line line(
      SeenRows.Row row, List<Integer> columns, @Nullable MendedRows mended, boolean apart) {
    List<String> now = mended == null ? row.cells() : mended.find(row.sourceRow());
    List<Cell> cells = new ArrayList<>();
    for (int index : columns) {
      cells.add(cell(row, index, now, mended));
    }
    for (int place : added(mended)) {
      cells.add(new Cell("", "", now == null ? null : now.get(place), null));
    }
    return new Line(
        row.sourceRow(),
        now == null ? page.t("deposit.mends.aside") : "",
        mark(row, -1, Long.toString(row.sourceRow())),
        apart,
        cells);
  }

  private Cell cell(
      SeenRows.Row row, int index, @Nullable List<String> now, @Nullable MendedRows mended) {
    String letters = seen.columns().get(index).letters();
    String id = letters.isEmpty() ? "" : letters + row.sourceRow();
    String text = row.cells().get(index);
    Mark mark = mark(row, index, id);
    int place = mended == null || now == null ? -1 : mended.places().get(index);
    boolean known = place >= 0 && !seen.isCovered(index) && !isCut(text);
    String after = known && now != null ? now.get(place) : text;
    boolean changed = !after.equals(text);
    boolean shown = changed || (mark != null && !mark.settled());
    return new Cell(
        id,
        shown ? MendsViews.visible(text) : Shapes.inWords(page, text),
        changed ? after : null,
        shown ? mark : null);
  }

  private static boolean isCut(String text) {
    return text.length() > SeenRows.LONGEST && text.endsWith(SeenRows.CUT);
  }

  /** What is wrong comes before what was put right, and what nothing mends before what may be. */
  private @Nullable Mark mark(SeenRows.Row row, int column, String address) {
    Mark found = null;
    for (Fault fault : faults) {
      if (fault.column() == column && fault.rows().has(row.rank())) {
        found = graver(found, fault.mark());
      }
    }
    return graver(found, address.isEmpty() ? null : byAddress.get(address));
  }

  private static @Nullable Mark graver(@Nullable Mark one, @Nullable Mark other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return weight(other) > weight(one) ? other : one;
  }

  private static int weight(Mark mark) {
    return mark.settled() ? 0 : mark.mild() ? 1 : 2;
  }

  /** Where a cell, a row or a title is shown: in this page, or in another part of the table. */
  static String href(Deposit deposit, @Nullable MendTable table, String address) {
    int digits = 0;
    while (digits < address.length() && !Character.isDigit(address.charAt(digits))) {
      digits++;
    }
    if (digits == address.length()) {
      boolean head =
          table != null
              && table.columns().stream().anyMatch(column -> column.letters().equals(address));
      String id = "#" + MendTable.Column.id(address);
      return head ? id : deposit.href(Step.REPAIRS) + "?tout=oui" + id;
    }
    String id = digits == 0 ? "ligne-" + address : address;
    String row = address.substring(digits);
    boolean here =
        table != null
            && table.lines().stream()
                .anyMatch(
                    line ->
                        line.id().equals(id)
                            || line.cells().stream().anyMatch(cell -> cell.id().equals(id)));
    return here ? "#" + id : deposit.href(Step.REPAIRS) + "?ligne=" + row + "#" + id;
  }

  /** The letters of a column of the table, "" for whole rows. */
  static String letters(SeenRows seen, int column) {
    return column < 0 || seen.columns().get(column).sourceIndex() < 0
        ? ""
        : Address.letters(seen.columns().get(column).sourceIndex());
  }
}
