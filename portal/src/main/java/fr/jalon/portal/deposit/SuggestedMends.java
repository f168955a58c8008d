package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.SuggestedMend.Part;
import fr.jalon.portal.deposit.SuggestedMend.Standing;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mends that somebody who helps proposes, and that somebody of the authority accepts in their place
 * by the verbs of all mends. What changed since it was proposed is refused, both being shown.
 */
@Service
public class SuggestedMends {
  private final SuggestedRows rows;
  private final DepositMends mends;
  private final DepositTables tables;
  private final Door door;
  private final ApplicationEventPublisher events;

  SuggestedMends(
      SuggestedRows rows,
      DepositMends mends,
      DepositTables tables,
      Door door,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.mends = mends;
    this.tables = tables;
    this.door = door;
    this.events = events;
  }

  /**
   * A cell as whoever helps wrote it.
   *
   * @param shown what their page showed there
   */
  public record Written(String address, String shown, String value) {}

  /**
   * A cell that may be written.
   *
   * @param masked true when it speaks of people: not shown, and not to be written by whoever helps
   */
  public record Cell(String address, String value, boolean masked) {}

  /**
   * A mend that may be proposed.
   *
   * @param seen its fingerprint
   */
  public record Offer(String id, String seen, String sentence) {}

  /** What may be proposed about a place. */
  public record Choice(List<Cell> cells, List<Offer> mends) {
    public Choice {
      cells = List.copyOf(cells);
      mends = List.copyOf(mends);
    }

    public boolean isEmpty() {
      return cells.isEmpty() && mends.isEmpty();
    }
  }

  /** What somebody who helps may propose about a place; nothing once the deposit is published. */
  @Transactional(readOnly = true)
  public Choice listFor(Page page, Place place, Person helper) {
    Deposit deposit = door.see(place.depositId(), helper);
    if (deposit.published() || deposit.job().running() || !isRead(deposit)) {
      return new Choice(List.of(), List.of());
    }
    Sentences words = Sentences.in(page.messages().locale());
    List<Cell> cells = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    try (SeenRows seen = tables.open(deposit).orElse(null)) {
      if (seen != null) {
        CellsAtHand hand = new CellsAtHand(deposit, seen);
        for (String address : place.cells()) {
          hand.find(address)
              .filter(at -> CellsAtHand.isWhole(at.shown()))
              .map(
                  at -> {
                    boolean masked = hand.isMasked(at.column().index());
                    return new Cell(address, masked ? "" : at.shown(), masked);
                  })
              .ifPresent(cells::add);
        }
        deposit.open().stream()
            .filter(one -> place.card().isEmpty() || isOf(deposit, one, place.card()))
            .filter(one -> !hand.touchesMasked(one))
            .map(one -> new Offer(one.id(), Fingerprint.of(one), words.of(one)))
            .forEach(offers::add);
      }
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
    return new Choice(cells, offers);
  }

  private static boolean isOf(Deposit deposit, Proposal one, String card) {
    return one.rule().equals(card) || MendsViews.cardOf(deposit, one).equals(card);
  }

  private static boolean isRead(Deposit deposit) {
    return deposit.inspection() != null && !deposit.refused();
  }

  /**
   * Proposes values for some cells.
   *
   * @throws Rejected when a cell speaks of people, is not there, or no longer holds what was shown
   */
  @Transactional
  public SuggestedMend suggestCells(UUID depositId, Person by, List<Written> written) {
    Deposit deposit = forHelper(depositId, by);
    List<Part> parts = new ArrayList<>();
    try (SeenRows seen =
        tables.open(deposit).orElseThrow(() -> new Rejected(DepositProblem.NO_ROWS_KEPT))) {
      CellsAtHand hand = new CellsAtHand(deposit, seen);
      for (Written one : written) {
        String address = new Place(depositId, Step.REPAIRS, "", List.of(one.address())).first();
        CellsAtHand.At at =
            hand.find(address)
                .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_CELL, one.address()));
        if (hand.isMasked(at.column().index()) || !CellsAtHand.isWhole(at.shown())) {
          throw new Rejected(DepositProblem.CELL_MASKED, address);
        }
        if (!at.shown().equals(one.shown())) {
          throw new Rejected(DepositProblem.SUGGESTION_STALE);
        }
        CellEdit.at(at.column(), address, at.inFile(), at.shown(), one.value())
            .ifPresent(edit -> parts.add(new Part(edit.proposal(), at.shown())));
      }
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
    return keep(deposit, by, parts);
  }

  /**
   * Proposes to accept a mend of the page.
   *
   * @param seen its fingerprint, as it was shown
   */
  @Transactional
  public SuggestedMend suggestMend(UUID depositId, Person by, String mendId, String seen) {
    Deposit deposit = forHelper(depositId, by);
    List<Part> parts;
    try (SeenRows rows =
        tables.open(deposit).orElseThrow(() -> new Rejected(DepositProblem.NO_ROWS_KEPT))) {
      CellsAtHand hand = new CellsAtHand(deposit, rows);
      parts =
          deposit.open().stream()
              .filter(one -> one.id().equals(mendId) && !hand.touchesMasked(one))
              .map(one -> new Part(one, ""))
              .toList();
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
    if (!parts.isEmpty() && !Fingerprint.of(parts.get(0).mend()).equals(seen)) {
      throw new Rejected(DepositProblem.SUGGESTION_STALE);
    }
    return keep(deposit, by, parts);
  }

  /** Nobody else changes the deposit until the end of the transaction. */
  @Transactional
  public void lock(UUID depositId, Person by) {
    door.hold(depositId, by);
  }

  private Deposit forHelper(UUID depositId, Person by) {
    if (!Door.seesAll(by)) {
      throw new Rejected(DepositProblem.NOT_YOURS_TO_SUGGEST);
    }
    Deposit deposit = door.open(depositId, by);
    deposit.inspected();
    return deposit;
  }

  private SuggestedMend keep(Deposit deposit, Person by, List<Part> parts) {
    if (parts.isEmpty()) {
      throw new Rejected(DepositProblem.NOTHING_SUGGESTED);
    }
    SuggestedMend made =
        new SuggestedMend(
            UUID.randomUUID(),
            deposit.id(),
            parts,
            by.id(),
            by.name(),
            door.now(),
            Standing.OPEN,
            null);
    rows.insert(made);
    return made;
  }

  /** By id; those of other people's deposits too, for whoever holds the ids checks who. */
  @Transactional(readOnly = true)
  public Map<UUID, SuggestedMend> findAll(Collection<UUID> ids) {
    Map<UUID, SuggestedMend> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      rows.listAll(ids).forEach(one -> found.put(one.id(), one));
    }
    return found;
  }

  /** One that nobody answered, with what does not hold any more of it. */
  record Open(SuggestedMend suggestion, List<Clash> clashes) {}

  /**
   * What changed since.
   *
   * @param now what the cell holds, or the mend proposed now; null when there is none
   */
  record Clash(Part part, Optional<String> now) {}

  /** Those of a deposit that nobody answered. */
  @Transactional(readOnly = true)
  List<Open> listOpen(Deposit deposit) {
    List<SuggestedMend> all =
        isRead(deposit) && !deposit.published() ? rows.listOpen(deposit.id()) : List.of();
    return all.stream().map(one -> new Open(one, clashes(deposit, one))).toList();
  }

  private List<Clash> clashes(Deposit deposit, SuggestedMend one) {
    try (SeenRows seen = tables.open(deposit).orElse(null)) {
      List<Clash> clashes = new ArrayList<>();
      for (Part part : one.parts()) {
        Optional<String> now =
            part.isCell() ? cell(deposit, seen, part) : Optional.of(mend(deposit, part));
        String wanted = part.isCell() ? part.shown() : Fingerprint.of(part.mend());
        if (now.filter(wanted::equals).isEmpty()) {
          clashes.add(new Clash(part, part.isCell() ? now : Optional.empty()));
        }
      }
      return clashes;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /** What the cell holds now; empty when it is not there, or hidden meanwhile. */
  private static Optional<String> cell(
      Deposit deposit, @org.jspecify.annotations.Nullable SeenRows seen, Part part)
      throws IOException {
    if (seen == null || !(part.mend().mend() instanceof EditCells edits)) {
      return Optional.empty();
    }
    CellsAtHand hand = new CellsAtHand(deposit, seen);
    EditCells.Edit edit = edits.edits().get(0);
    return hand.find(edit.column().letters() + edit.row())
        .filter(at -> !hand.isMasked(at.column().index()))
        .filter(at -> at.column().name().equals(edit.column().name()))
        .map(
            at ->
                at.shown().equals(edit.after()) && at.inFile().equals(edit.before())
                    ? part.shown()
                    : at.shown());
  }

  /** Fingerprint of the mend of that id as it is proposed now, "" when it is not. */
  private static String mend(Deposit deposit, Part part) {
    return Stream.concat(deposit.accepted().stream(), deposit.proposals().stream())
        .filter(one -> one.id().equals(part.mend().id()))
        .map(Fingerprint::of)
        .findFirst()
        .orElse("");
  }

  /**
   * Somebody of the authority takes it: accepted by the verbs of all mends. Taken already, it stays
   * so.
   *
   * @param seen what the page showed of it
   */
  @Transactional
  public void take(UUID depositId, Person who, UUID id, String seen) {
    Deposit deposit = door.open(depositId, who);
    SuggestedMend one = get(id, depositId);
    if (one.standing() == Standing.TAKEN) {
      return;
    }
    if (one.byId().equals(who.id())) {
      throw new Rejected(DepositProblem.SECOND_PERSON);
    }
    boolean open = one.standing() == Standing.OPEN;
    if (!open || !one.seen().equals(seen) || !clashes(deposit, one).isEmpty()) {
      throw new Rejected(DepositProblem.SUGGESTION_STALE);
    }
    List<CellEdit> edits =
        one.parts().stream()
            .filter(Part::isCell)
            .map(part -> CellEdit.of(part.mend(), part.shown()))
            .toList();
    if (!edits.isEmpty()) {
      mends.editCells(depositId, who, edits);
    }
    one.parts().stream()
        .map(Part::mend)
        .filter(mend -> !(mend.mend() instanceof EditCells))
        .forEach(mend -> mends.accept(depositId, who, mend.id(), Fingerprint.of(mend)));
    settle(one, who, true);
  }

  /** Somebody of the authority keeps things as they are. */
  @Transactional
  public void decline(UUID depositId, Person who, UUID id) {
    door.open(depositId, who);
    SuggestedMend one = get(id, depositId);
    if (one.standing() == Standing.OPEN) {
      settle(one, who, false);
    }
  }

  private void settle(SuggestedMend one, Person who, boolean taken) {
    Standing standing = taken ? Standing.TAKEN : Standing.DECLINED;
    if (rows.settle(one.id(), standing, who.name(), door.now())) {
      events.publishEvent(new SuggestionSettled(one.id(), one.depositId(), taken, who, door.now()));
    }
  }

  private SuggestedMend get(UUID id, UUID depositId) {
    return rows.find(id, depositId)
        .orElseThrow(() -> new Rejected(DepositProblem.NO_SUCH_SUGGESTION));
  }
}
