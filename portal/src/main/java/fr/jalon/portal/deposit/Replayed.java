package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the corrections accepted earlier once the file was read again.
 *
 * @param inspection without the cells edited by hand, which nobody proposes
 * @param accepted those that the new reading proposes, or whose cell still holds what it held
 * @param apart the others: told to the person, and tried again at the next reading
 */
record Replayed(Inspection inspection, List<Proposal> accepted, List<Proposal> apart) {
  static Replayed of(List<Proposal> before, Inspection inspection) {
    Set<String> wanted = before.stream().map(Proposal::id).collect(Collectors.toSet());
    List<Proposal> accepted =
        inspection.proposals().stream().filter(step -> wanted.contains(step.id())).toList();
    Set<String> kept = accepted.stream().map(Proposal::id).collect(Collectors.toSet());
    return new Replayed(
        inspection.withProposals(
            inspection.proposals().stream().filter(step -> !CellEdit.is(step)).toList()),
        accepted,
        before.stream().filter(step -> !kept.contains(step.id())).toList());
  }

  /** The correction at which the work stopped, when the engine knows it. */
  static @Nullable String culprit(Export export) {
    Inspection after = export.after();
    return after == null || after.refusal() == null
        ? null
        : after.refusal().parameters().get("step");
  }
}
