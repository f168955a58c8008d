package fr.jalon.portal.deposit;

import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mends of a deposit: accepted, undone, written by hand, replayed, applied.
 *
 * <p>Each method is one transaction; those that accept or undo may be called twice with the same
 * effect as once, whoever did meanwhile accept another.
 */
@Service
public class DepositMends {
  private final DepositRows rows;
  private final DepositJobs jobs;
  private final Door door;
  private final History history;
  private final DepositTables tables;

  DepositMends(
      DepositRows rows, DepositJobs jobs, Door door, History history, DepositTables tables) {
    this.tables = tables;
    this.rows = rows;
    this.jobs = jobs;
    this.door = door;
    this.history = history;
  }

  /** The corrections accepted on an earlier reading that do not go with this one. */
  @Transactional(readOnly = true)
  public List<Proposal> setApart(Deposit deposit) {
    return rows.listSetApart(deposit.id());
  }

  /** The correction accepted at which the work stopped, empty when none is known to be at fault. */
  @Transactional(readOnly = true)
  public Optional<Proposal> failedStep(Deposit deposit) {
    return rows.findFailedStep(deposit.id())
        .flatMap(
            id ->
                deposit.accepted().stream()
                    .filter(step -> step.id().equals(id) || step.formerIds().contains(id))
                    .findFirst());
  }

  /** Accepts one mend proposed for this file, as it is now. */
  @Transactional
  public void accept(UUID id, Person who, String mendId) {
    Deposit deposit = door.open(id, who);
    accept(deposit, who, List.of(proposed(deposit, mendId)));
  }

  /**
   * Accepts one mend as the page showed it. Accepted already, by whomever, it stays so.
   *
   * @param seen its {@link Fingerprint}
   */
  @Transactional
  void accept(UUID id, Person who, String mendId, String seen) {
    Deposit deposit = door.open(id, who);
    Proposal proposal = proposed(deposit, mendId);
    if (!Fingerprint.of(proposal).equals(seen)) {
      throw new Rejected(DepositProblem.MEND_CHANGED);
    }
    accept(deposit, who, List.of(proposal));
  }

  /** Accepts every mend that can lose nothing, as it is now. */
  @Transactional
  public void acceptCertain(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    accept(deposit, who, deposit.certain());
  }

  /**
   * Accepts the certain mends that the page showed: all of them or none.
   *
   * @param seen their {@link Fingerprint}s
   */
  @Transactional
  void acceptCertain(UUID id, Person who, List<String> seen) {
    Deposit deposit = door.open(id, who);
    List<Proposal> all =
        deposit.proposals().stream()
            .filter(Proposal::certain)
            .filter(one -> seen.contains(Fingerprint.of(one)))
            .toList();
    if (all.size() < Set.copyOf(seen).size()) {
      throw new Rejected(DepositProblem.MEND_CHANGED);
    }
    accept(deposit, who, all);
  }

  private static Proposal proposed(Deposit deposit, String mendId) {
    return deposit.proposals().stream()
        .filter(one -> one.id().equals(mendId))
        .findFirst()
        .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_MEND));
  }

  private void accept(Deposit deposit, Person who, List<Proposal> more) {
    List<Proposal> all = together(deposit.accepted(), more);
    if (keep(deposit, who, all)) {
      String rules = String.join(", ", more.stream().map(Proposal::rule).distinct().toList());
      history.tell(deposit.id(), who, Event.What.MENDS_ACCEPTED, rules, door.now());
    }
  }

  /** With these too: all of them, or none when one contradicts another. */
  private static List<Proposal> together(List<Proposal> accepted, List<Proposal> more) {
    List<Proposal> all = new ArrayList<>(accepted);
    for (Proposal one : more) {
      boolean excluded =
          all.stream()
              .filter(other -> !other.id().equals(one.id()))
              .anyMatch(other -> Mending.exclusion(other.mend(), one.mend()) != null);
      if (excluded) {
        throw new Rejected(DepositProblem.MEND_EXCLUDED);
      }
      if (all.stream().noneMatch(other -> other.id().equals(one.id()))) {
        all.add(one);
      }
    }
    return all;
  }

  /** False when nothing changed. */
  private boolean keep(Deposit deposit, Person who, List<Proposal> accepted) {
    if (accepted.equals(deposit.accepted())) {
      return false;
    }
    rows.accept(deposit.id(), accepted, who.id(), door.now());
    rows.forgetRepair(deposit.id());
    return true;
  }

  /** Takes back a mend accepted, whenever it was. */
  @Transactional
  public void undo(UUID id, Person who, String mendId) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    List<Proposal> left =
        deposit.accepted().stream().filter(one -> !one.id().equals(mendId)).toList();
    if (keep(deposit, who, left)) {
      history.tell(id, who, Event.What.MEND_UNDONE, mendId, door.now());
    }
  }

  /**
   * Writes values into cells one by one, each in the place of an earlier edit of that cell.
   *
   * @param edits with what each cell showed; {@link DepositProblem#CELL_CHANGED} when someone else
   *     wrote there since
   */
  @Transactional
  public void editCells(UUID id, Person who, List<CellEdit> edits) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    edits.forEach(edit -> sameCell(deposit, edit));
    List<String> ids = edits.stream().map(edit -> edit.proposal().id()).toList();
    List<Proposal> others =
        deposit.accepted().stream().filter(one -> !ids.contains(one.id())).toList();
    List<Proposal> mends = edits.stream().map(CellEdit::proposal).toList();
    if (keep(deposit, who, together(others, mends))) {
      String cells = String.join(", ", edits.stream().map(CellEdit::address).toList());
      history.tell(id, who, Event.What.CELLS_EDITED, cells, door.now());
    }
  }

  /**
   * Sets rows aside that a person chose by their numbers.
   *
   * @param written "12 à 18, 25"
   */
  @Transactional
  public void setAside(UUID id, Person who, String written) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    try (SeenRows seen =
        tables.open(deposit).orElseThrow(() -> new Rejected(DepositProblem.NO_ROWS_KEPT))) {
      Proposal chosen = RowsAside.of(written, seen);
      List<Proposal> apart =
          rows.listSetApart(id).stream().filter(one -> !isAnswered(one, chosen)).toList();
      rows.setApart(id, apart);
      accept(deposit, who, List.of(chosen));
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /** Rows asked again are asked no more once they are chosen. */
  private static boolean isAnswered(Proposal asked, Proposal chosen) {
    return RowsAside.isAskedAgain(asked)
        && RowsAside.text(RowsAside.ranges(asked)).equals(RowsAside.text(RowsAside.ranges(chosen)));
  }

  private static void sameCell(Deposit deposit, CellEdit edit) {
    String written =
        deposit.accepted().stream()
            .filter(one -> one.id().equals(edit.proposal().id()))
            .flatMap(one -> one.mend() instanceof EditCells cells ? Stream.of(cells) : null)
            .flatMap(cells -> cells.edits().stream())
            .map(EditCells.Edit::after)
            .findFirst()
            .orElse(null);
    boolean same = written == null || written.equals(edit.after()) || written.equals(edit.shown());
    if (!same) {
      throw new Rejected(DepositProblem.CELL_CHANGED, edit.address(), written, edit.after());
    }
  }

  /**
   * Replays the mends of a recipe: the file is read again, for only then is it known which cells
   * still hold what they held.
   */
  @Transactional
  void replay(UUID id, Person who, List<Proposal> recipe) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    rows.askReplay(id, CellEdit.apart(recipe), who.id(), door.now());
    history.tell(id, who, Event.What.RECIPE_REPLAYED, "", door.now());
    jobs.start(id, Job.INSPECT);
  }

  /** Applies what was accepted, on the way to the description. */
  @Transactional
  public void applyMends(UUID id, Person who) {
    Deposit deposit = door.open(id, who);
    deposit.inspected();
    if (!deposit.undecided().isEmpty() || deposit.protection().stale()) {
      throw new Rejected(DepositProblem.UNDECIDED);
    }
    rows.reach(id, deposit.step().atLeast(Step.DESCRIPTION), who.id(), door.now());
    jobs.startIfNeeded(deposit);
  }
}
