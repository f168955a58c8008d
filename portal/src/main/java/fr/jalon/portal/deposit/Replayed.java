package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the corrections accepted earlier, and of those of a recipe, once the file was
 * read again.
 *
 * @param inspection without the cells edited and the rows chosen by hand, which nobody proposes
 * @param accepted those that go with the new reading
 * @param apart the others: told to the person, and tried again at the next reading
 */
record Replayed(Inspection inspection, List<Proposal> accepted, List<Proposal> apart) {
  /** The rule of a mend of a recipe that this reading does not propose by itself. */
  static final String RULE = "replayed";

  /** Those accepted earlier: taken when the new reading proposes them again. */
  static Replayed of(List<Proposal> before, Inspection inspection) {
    return of(before, List.of(), inspection);
  }

  /**
   * @param before those accepted earlier: what the reading proposes again is taken, and no more
   *     than what was accepted
   * @param recipe each is taken when the table has what it needs and no correction accepted says
   *     the contrary, in the words of the reading when it proposes it too
   */
  static Replayed of(List<Proposal> before, List<Proposal> recipe, Inspection inspection) {
    List<Column> table = FileColumns.of(inspection);
    List<Proposal> accepted = new ArrayList<>();
    Set<Proposal> used = new HashSet<>();
    for (Proposal proposal : inspection.proposals()) {
      for (Proposal earlier : before) {
        Proposal again = again(earlier, proposal, table);
        if (again != null && take(again, table, accepted)) {
          used.add(earlier);
        }
      }
    }
    List<Proposal> apart = new ArrayList<>();
    for (Proposal earlier : before) {
      // what came from a recipe is proposed by no reading
      boolean kept =
          used.contains(earlier) || isOfRecipe(earlier) && takeAlone(earlier, table, accepted);
      if (!kept) {
        apart.add(earlier);
      }
    }
    for (Proposal asked : recipe) {
      if (!taken(asked, inspection, table, accepted)) {
        apart.add(asked);
      }
    }
    return new Replayed(
        inspection.withProposals(
            inspection.proposals().stream()
                .filter(step -> !CellEdit.is(step) && !RowsAside.is(step))
                .toList()),
        accepted,
        apart);
  }

  private static boolean isOfRecipe(Proposal proposal) {
    return proposal.rule().equals(RULE);
  }

  private static boolean taken(
      Proposal asked, Inspection inspection, List<Column> table, List<Proposal> accepted) {
    boolean proposed = false;
    boolean all = true;
    Mend rest = asked.mend().in(table);
    for (Proposal proposal : inspection.proposals()) {
      Proposal again = again(asked, proposal, table);
      if (again != null) {
        proposed = true;
        all &= take(again, table, accepted);
        rest = rest == null ? null : rest.beyond(again.mend().in(table));
      }
    }
    if (CellEdit.is(asked) || RowsAside.is(asked) || proposed && rest == null) {
      return proposed && all;
    }
    return rest != null && takeAlone(alone(rest), table, accepted) && all;
  }

  private static boolean takeAlone(Proposal asked, List<Column> table, List<Proposal> accepted) {
    Mend mend = asked.mend().in(table);
    return mend.misfit(table) == null && take(alone(mend), table, accepted);
  }

  private static boolean take(Proposal proposal, List<Column> table, List<Proposal> accepted) {
    Mend mend = proposal.mend().in(table);
    if (accepted.stream().anyMatch(other -> other.mend().in(table).equals(mend))) {
      return true;
    }
    boolean goes =
        accepted.stream().allMatch(one -> Mending.exclusion(one.mend().in(table), mend) == null);
    if (goes) {
      accepted.add(proposal);
    }
    return goes;
  }

  /** Told by itself alone: the words of a recipe are whoever wrote it. */
  private static Proposal alone(Mend mend) {
    return new Proposal(
        RULE + ":" + Fingerprint.of(mend), RULE, null, null, Map.of(), 0, List.of(), false, mend);
  }

  /**
   * What of a proposal was accepted earlier, null when nothing was. A certain one is taken whole
   * once a part of it was accepted: it can lose nothing, and it is told.
   */
  private static @Nullable Proposal again(Proposal earlier, Proposal now, List<Column> table) {
    if (earlier.mend() instanceof EditCells old) {
      boolean same =
          now.mend() instanceof EditCells cells
              && earlier.id().equals(now.id())
              && afters(old).equals(afters(cells));
      return same ? now : null;
    }
    Mend mend = now.mend().in(table);
    Mend part = earlier.mend().in(table).accepted(mend);
    if (part == null) {
      return null;
    }
    return now.certain() || part.equals(mend) ? now : alone(part);
  }

  private static List<String> afters(EditCells cells) {
    return cells.edits().stream().map(EditCells.Edit::after).toList();
  }

  /** The correction at which the work stopped, when the engine knows it. */
  static @Nullable String culprit(Export export) {
    Inspection after = export.after();
    return after == null || after.refusal() == null
        ? null
        : after.refusal().parameters().get("step");
  }
}
