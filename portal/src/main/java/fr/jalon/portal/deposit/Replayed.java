package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Commas;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the corrections accepted earlier, and of those of a recipe, once the file was
 * read again.
 *
 * @param inspection without the cells edited by hand, which nobody proposes
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
   * @param recipe each is taken when the reading proposes it, or when the table has what it needs
   *     and no correction accepted says the contrary
   */
  static Replayed of(List<Proposal> before, List<Proposal> recipe, Inspection inspection) {
    List<Proposal> accepted = new ArrayList<>();
    Set<Proposal> used = new HashSet<>();
    for (Proposal proposal : inspection.proposals()) {
      List<Proposal> same = before.stream().filter(one -> becomes(one, proposal)).toList();
      if (!same.isEmpty() && goesWith(accepted, proposal.mend())) {
        accepted.add(proposal);
        used.addAll(same);
      }
    }
    List<Proposal> apart = new ArrayList<>();
    before.stream().filter(one -> !used.contains(one)).forEach(apart::add);
    for (Proposal asked : recipe) {
      if (!taken(asked, inspection, accepted)) {
        apart.add(asked);
      }
    }
    return new Replayed(
        inspection.withProposals(
            inspection.proposals().stream().filter(step -> !CellEdit.is(step)).toList()),
        accepted,
        apart);
  }

  private static boolean taken(Proposal asked, Inspection inspection, List<Proposal> accepted) {
    List<Proposal> proposed =
        inspection.proposals().stream().filter(one -> becomes(asked, one)).toList();
    if (proposed.isEmpty() && !CellEdit.is(asked)) {
      boolean fits = asked.mend().misfit(FileColumns.of(inspection)) == null;
      proposed = fits ? List.of(alone(asked.mend())) : List.of();
    }
    boolean all = !proposed.isEmpty();
    for (Proposal one : proposed) {
      if (accepted.stream().anyMatch(other -> other.mend().equals(one.mend()))) {
        continue;
      }
      if (goesWith(accepted, one.mend())) {
        accepted.add(one);
      } else {
        all = false;
      }
    }
    return all;
  }

  /** Told by itself alone: the words of a recipe are whoever wrote it. */
  private static Proposal alone(Mend mend) {
    return new Proposal(
        RULE + ":" + Fingerprint.of(mend), RULE, null, null, Map.of(), 0, List.of(), false, mend);
  }

  private static boolean goesWith(List<Proposal> accepted, Mend mend) {
    return accepted.stream().allMatch(one -> Mending.exclusion(one.mend(), mend) == null);
  }

  /**
   * Whether a correction accepted earlier is this one now: it bears the same identifier, or it is
   * of the same rule and writes the same way some of the same columns.
   */
  private static boolean becomes(Proposal earlier, Proposal now) {
    if (earlier.mend() instanceof EditCells old) {
      return now.mend() instanceof EditCells cells
          && earlier.id().equals(now.id())
          && afters(old).equals(afters(cells));
    }
    if (earlier.mend().getClass() != now.mend().getClass() || contradicts(earlier, now)) {
      return false;
    }
    if (earlier.id().equals(now.id())) {
      return true;
    }
    return earlier.rule().equals(now.rule())
        && earlier.mend() instanceof Convert old
        && now.mend() instanceof Convert convert
        && old.conversion().equals(convert.conversion())
        && names(old).containsAll(names(convert));
  }

  /**
   * Days and months that change places, another factor, another value for the same cells: it bears
   * the same name and nobody accepted it.
   */
  private static boolean contradicts(Proposal earlier, Proposal now) {
    if (earlier.mend() instanceof Convert old && now.mend() instanceof Convert convert) {
      return contradicts(old.conversion(), convert.conversion());
    }
    return Mending.exclusion(earlier.mend(), now.mend()) != null;
  }

  private static boolean contradicts(Conversion earlier, Conversion now) {
    if (earlier instanceof Conversion.WriteDates old
        && now instanceof Conversion.WriteDates dates) {
      return old.order() != dates.order();
    }
    return earlier instanceof Conversion.JoinGroups old
        && now instanceof Conversion.JoinGroups groups
        && old.commas() != Commas.THOUSANDS
        && groups.commas() == Commas.THOUSANDS;
  }

  private static List<String> afters(EditCells cells) {
    return cells.edits().stream().map(EditCells.Edit::after).toList();
  }

  private static Set<String> names(Convert convert) {
    return convert.columns().stream().map(ColumnRef::name).collect(Collectors.toSet());
  }

  /** The correction at which the work stopped, when the engine knows it. */
  static @Nullable String culprit(Export export) {
    Inspection after = export.after();
    return after == null || after.refusal() == null
        ? null
        : after.refusal().parameters().get("step");
  }
}
