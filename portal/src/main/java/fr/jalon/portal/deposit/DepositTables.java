package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.catalog.Erasures;
import fr.jalon.portal.storage.Storage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of each deposit as they were read, in files that workers write beside the inspection: a
 * page of a table is shown without opening the file received.
 */
@Component
class DepositTables {
  private final DepositRows rows;
  private final Storage storage;
  private final Erasures erasures;

  DepositTables(DepositRows rows, Storage storage, Erasures erasures) {
    this.rows = rows;
    this.storage = storage;
    this.erasures = erasures;
  }

  /**
   * Keeps what a look at the file gave; the rows of the look before go.
   *
   * @param table hash of the rows, null when the file cannot be read
   * @return false when another job was asked meanwhile
   */
  @Transactional
  public boolean inspected(
      UUID id,
      int number,
      Inspection inspection,
      @Nullable String table,
      List<Proposal> accepted,
      List<Proposal> apart) {
    String before = rows.findTable(id).orElse(null);
    boolean kept = rows.inspected(id, number, inspection, table, accepted, apart);
    String unused = kept ? before : table;
    if (unused != null && !unused.equals(kept ? table : before)) {
      erasures.ask(unused);
    }
    return kept;
  }

  /** The rows go with what is published or deleted; within the transaction of either. */
  void forget(UUID id) {
    rows.findTable(id).ifPresent(erasures::ask);
    rows.forgetTable(id);
  }

  /** The rows of a deposit, to be closed; empty for one read when none were kept. */
  Optional<SeenRows> open(Deposit deposit) throws IOException {
    String sha256 = rows.findTable(deposit.id()).orElse(null);
    if (sha256 == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(SeenRows.open(storage.path(sha256)));
    } catch (NoSuchFileException gone) {
      // it was read again between the two
      return Optional.empty();
    }
  }
}
