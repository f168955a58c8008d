package fr.jalon.portal.deposit;

import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.table.Column;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.DataTable;
import fr.jalon.portal.web.DataTable.DataCell;
import fr.jalon.portal.web.DataTable.DataColumn;
import fr.jalon.portal.web.DataTable.DataRow;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a place of a deposit to whoever helps: what speaks of people is masked. */
@Service
public class Glimpses {
  /** Rows shown above and below a cell: enough to see what it is beside. */
  private static final int AROUND = 1;

  private static final int MOST_ROWS = 12;
  private static final int MOST_COLUMNS = 8;

  private final Door door;
  private final DepositTables tables;

  Glimpses(Door door, DepositTables tables) {
    this.door = door;
    this.tables = tables;
  }

  /** Empty when the deposit is no more, or is not theirs to see. */
  @Transactional(readOnly = true)
  public Optional<Glimpse> find(Page page, Place place, Person who) {
    Deposit deposit;
    try {
      deposit = door.see(place.depositId(), who);
    } catch (Rejected none) {
      return Optional.empty();
    }
    boolean read = isRead(deposit);
    try (SeenRows seen = read ? tables.open(deposit).orElse(null) : null) {
      CellsAtHand hand = seen == null ? null : new CellsAtHand(deposit, seen);
      return Optional.of(
          new Glimpse(
              deposit.organizationId(),
              deposit.fileName(),
              deposit.datasetId(),
              read ? counts(deposit) : Glimpse.Counts.NONE,
              hand == null || seen == null ? null : around(page, place, seen, hand),
              hand == null || seen == null ? 0 : masked(seen, hand)));
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /**
   * What is there to do in a deposit, counted.
   *
   * @throws Rejected when it is not theirs to see
   */
  @Transactional(readOnly = true)
  public Glimpse.Counts count(UUID depositId, Person who) {
    Deposit deposit = door.see(depositId, who);
    return isRead(deposit) ? counts(deposit) : Glimpse.Counts.NONE;
  }

  private static boolean isRead(Deposit deposit) {
    return deposit.inspection() != null && !deposit.refused() && !deposit.job().running();
  }

  private static Glimpse.Counts counts(Deposit deposit) {
    long causes =
        deposit.unsettled().stream().filter(one -> one.severity() != Severity.ADVICE).count();
    return new Glimpse.Counts(
        deposit.open().size() + (int) causes,
        deposit.accepted().size(),
        deposit.undecided().size());
  }

  private static int masked(SeenRows seen, CellsAtHand hand) {
    return (int) seen.columns().stream().filter(one -> hand.isMasked(one.index())).count();
  }

  private static @Nullable DataTable around(Page page, Place place, SeenRows seen, CellsAtHand hand)
      throws IOException {
    List<Column> columns = columns(place, seen, hand);
    List<DataRow> rows = new ArrayList<>();
    for (SeenRows.Row row : seen.read(ranks(place, seen))) {
      List<DataCell> cells = new ArrayList<>();
      for (Column column : columns) {
        boolean masked = hand.isMasked(column.index());
        String text =
            masked ? CellsAtHand.MASK : Shapes.inWords(page, row.cells().get(column.index()));
        boolean asked = place.cells().contains(column.letters() + row.sourceRow());
        cells.add(new DataCell(text, asked ? page.t("deposit.glimpse.asked") : null, true));
      }
      rows.add(new DataRow(Long.toString(row.sourceRow()), null, cells));
    }
    return rows.isEmpty()
        ? null
        : new DataTable(
            "autour",
            page.t("deposit.glimpse.caption"),
            false,
            columns.stream()
                .map(
                    one ->
                        DataColumn.plain(
                            one.letters(),
                            one.name(),
                            hand.isMasked(one.index()) ? page.t("deposit.glimpse.masked") : "",
                            false))
                .toList(),
            rows);
  }

  /** Those of the cells, and the first ones. */
  private static List<Column> columns(Place place, SeenRows seen, CellsAtHand hand) {
    Set<Integer> chosen =
        place.cells().stream()
            .flatMap(cell -> hand.findColumn(Place.letters(cell)).stream())
            .map(Column::index)
            .limit(MOST_COLUMNS)
            .collect(Collectors.toCollection(TreeSet::new));
    for (int next = 0; next < seen.columns().size() && chosen.size() < MOST_COLUMNS; next++) {
      chosen.add(next);
    }
    return chosen.stream().map(seen.columns()::get).toList();
  }

  private static long[] ranks(Place place, SeenRows seen) throws IOException {
    Set<Long> ranks = new TreeSet<>();
    for (String cell : place.cells()) {
      long rank = seen.rankFrom(Place.row(cell));
      for (long near = rank - AROUND; near <= rank + AROUND; near++) {
        if (near >= 0 && ranks.size() < MOST_ROWS) {
          ranks.add(near);
        }
      }
    }
    for (long next = 0; ranks.isEmpty() && next < seen.rows() && next < 2 * AROUND + 1; next++) {
      ranks.add(next);
    }
    return ranks.stream().mapToLong(Long::longValue).toArray();
  }
}
