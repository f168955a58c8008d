package fr.jalon.portal.deposit;

import fr.jalon.engine.check.Finding;
import fr.jalon.engine.repair.RepairStep;
import java.util.List;
import java.util.Objects;

/** Which findings a list of repairs takes care of. */
final class Repairs {
  private Repairs() {}

  /** True when none of the steps works on the cells of the finding. */
  static boolean none(List<RepairStep> steps, Finding finding) {
    return steps.stream().noneMatch(step -> touches(step, finding));
  }

  private static boolean touches(RepairStep step, Finding finding) {
    if (step.column() != null && !Objects.equals(step.column(), finding.column())) {
      return false;
    }
    if (finding.samples().isEmpty()) {
      return step.samples().stream().anyMatch(change -> change.address().equals(finding.letters()));
    }
    return finding.samples().stream()
        .anyMatch(
            sample ->
                step.samples().stream()
                    .anyMatch(change -> change.address().equals(sample.address())));
  }
}
