package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import fr.jalon.portal.web.Page;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of a work that stopped: why, and every way out.
 *
 * @param todo what to do, "" when {@code found} says it
 * @param ours true when the machine is at fault and not the file
 * @param culprit id of the correction to undo, null when none is known to be at fault
 * @param toRepairs whether one can go back to the corrections
 * @param toFirstReading whether the file was read as a person said, and can be read as before
 */
public record StoppedView(
    String found,
    String todo,
    boolean ours,
    @Nullable String culprit,
    boolean toRepairs,
    boolean toFirstReading) {

  /** The file cannot be read, perhaps only as a person said it should be. */
  static StoppedView refused(Page page, Deposit deposit) {
    Inspection inspection = Objects.requireNonNull(deposit.inspection(), "inspection");
    Refusal refusal = Objects.requireNonNull(inspection.refusal(), "refusal");
    return new StoppedView(
        Sentences.in(page.messages().locale()).of(refusal),
        "",
        false,
        null,
        false,
        isCorrected(deposit));
  }

  /** The machine failed. */
  static StoppedView ours(Page page, Deposit deposit, DepositMends mends) {
    Proposal culprit = mends.failedStep(deposit).orElse(null);
    String found =
        culprit == null
            ? page.t("deposit.stopped.ours")
            : page.t("deposit.stopped.repair", MendsViews.name(page, culprit));
    String todo =
        culprit != null
            ? page.t("deposit.stopped.repair.do")
            : deposit.canLookBack()
                ? page.t("deposit.stopped.repairs.do")
                : page.t("deposit.stopped.ours.do");
    return new StoppedView(
        found,
        todo,
        true,
        culprit == null ? null : culprit.id(),
        deposit.canLookBack(),
        !deposit.canLookBack() && isCorrected(deposit));
  }

  private static boolean isCorrected(Deposit deposit) {
    return !deposit.reading().equals(ReadOptions.NONE);
  }
}
