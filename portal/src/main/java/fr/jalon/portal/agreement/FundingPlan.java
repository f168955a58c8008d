package fr.jalon.portal.agreement;

import java.util.List;

/**
 * Who pays what for one beneficiary: the lines add up to the budget exactly, or it is no plan.
 *
 * @param budget of the whole accompaniment of one beneficiary
 */
public record FundingPlan(Euros budget, List<FundingLine> lines) {
  public FundingPlan {
    lines = List.copyOf(lines);
    Euros sum = Euros.sum(lines.stream().map(FundingLine::amount).toList());
    if (!sum.equals(budget)) {
      throw new IllegalArgumentException(
          "the lines add up to " + sum.cents() + " cents, the budget is " + budget.cents());
    }
    if (lines.stream().filter(FundingLine::beneficiary).count() != 1) {
      throw new IllegalArgumentException("one line is the beneficiary's own: " + lines);
    }
  }

  /** What the beneficiary brings: its contribution. */
  public Euros contribution() {
    return lines.stream()
        .filter(FundingLine::beneficiary)
        .map(FundingLine::amount)
        .findFirst()
        .orElseThrow();
  }
}
