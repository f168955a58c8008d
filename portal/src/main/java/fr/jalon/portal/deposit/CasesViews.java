package fr.jalon.portal.deposit;

import fr.jalon.engine.MendedRows;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.export.RowMasks;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.deposit.MendsView.Change;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Pager;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the pages of all the cells that a mend would change, or that a cause leaves to people. */
final class CasesViews {
  private static final int PAGE = 100;

  private final Page page;
  private final Deposit deposit;
  private final SeenRows seen;

  CasesViews(Page page, Deposit deposit, SeenRows seen) {
    this.page = page;
    this.deposit = deposit;
    this.seen = seen;
  }

  /** Address of the page of a mend. */
  static String href(Deposit deposit, Proposal mend) {
    return deposit.href(Step.REPAIRS) + "/cas?correction=" + encoded(mend.id());
  }

  /** Address of the page of a cause in its column. */
  static String href(Deposit deposit, Cause cause) {
    String column = cause.column() == null ? "" : "&colonne=" + encoded(cause.column());
    return deposit.href(Step.REPAIRS) + "/cas?point=" + encoded(cause.code()) + column;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Some rows in a column, or whole. */
  private record Part(int column, RowMasks rows, long count) {}

  CasesView ofMend(String id, int number) throws IOException {
    Proposal mend =
        deposit.proposals().stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_MEND));
    List<Part> parts = new ArrayList<>();
    for (SeenRows.Place place : seen.places()) {
      if (id.equals(place.mend())) {
        add(parts, place, seen.changed(place));
      }
    }
    return of(
        Sentences.in(page.messages().locale()).of(mend),
        parts,
        mend,
        href(deposit, mend),
        "carte-" + MendsViews.cardOf(deposit, mend),
        number);
  }

  CasesView ofCause(String code, @Nullable String column, int number) throws IOException {
    Cause cause =
        deposit.unsettled().stream()
            .filter(one -> one.code().equals(code) && Objects.equals(one.column(), column))
            .findFirst()
            .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_MEND));
    List<Part> parts = new ArrayList<>();
    for (SeenRows.Place place : seen.places()) {
      if (code.equals(place.cause()) && Objects.equals(column, place.columnOfCause())) {
        RowMasks hits = seen.hits(place);
        add(parts, place, place.mend() == null ? hits : hits.without(seen.changed(place)));
      }
    }
    return of(
        Sentences.in(page.messages().locale()).of(cause),
        parts,
        null,
        href(deposit, cause),
        "carte-" + code,
        number);
  }

  private static void add(List<Part> parts, SeenRows.Place place, RowMasks rows) {
    long count = rows.count();
    if (count > 0) {
      parts.add(new Part(place.column(), rows, count));
    }
  }

  private CasesView of(
      String heading,
      List<Part> parts,
      @Nullable Proposal mend,
      String address,
      String card,
      int number)
      throws IOException {
    long total = parts.stream().mapToLong(Part::count).sum();
    int at = (int) Math.max(1, Math.min(number, (total + PAGE - 1) / PAGE));
    long from = (long) (at - 1) * PAGE;
    List<Change> changes = new ArrayList<>();
    for (Part part : parts) {
      if (from < part.count() && changes.size() < PAGE) {
        long[] ranks = part.rows().ranks(from, PAGE - changes.size());
        changes(part.column(), seen.read(ranks), mend, changes);
        from = 0;
      } else {
        from = Math.max(0, from - part.count());
      }
    }
    return new CasesView(
        heading,
        changes,
        mend != null,
        new Pager(total, at, PAGE, address + "&"),
        deposit.href(Step.REPAIRS) + "#" + card);
  }

  private void changes(
      int column, List<SeenRows.Row> rows, @Nullable Proposal mend, List<Change> changes)
      throws IOException {
    MendedRows mended =
        mend == null
            ? null
            : MendedRows.of(
                seen,
                Objects.requireNonNull(deposit.inspected().reading(), "reading"),
                rows,
                List.of(mend));
    String letters = MendTables.letters(seen, column);
    for (SeenRows.Row row : rows) {
      String address = letters + row.sourceRow();
      String before = column < 0 ? RowsAside.said(row) : row.cells().get(column);
      List<String> now = mended == null ? row.cells() : mended.find(row.sourceRow());
      int place = column < 0 || mended == null ? column : mended.places().get(column);
      String after =
          now == null || place < 0 ? null : seen.isCovered(column) ? before : now.get(place);
      changes.add(
          new Change(
              address, MendsViews.visible(before), after, MendTables.href(deposit, null, address)));
    }
  }
}
