package fr.jalon.portal.agreement;

/**
 * Part of a budget, and who brings it.
 *
 * @param funder its name as the agreement writes it
 * @param beneficiary true for the share of the authority itself: its contribution
 */
public record FundingLine(String funder, Euros amount, boolean beneficiary) {
  public FundingLine {
    if (funder.isBlank() || amount.isNegative()) {
      throw new IllegalArgumentException(
          "a funding line has a funder and no negative amount; got: " + funder + ", " + amount);
    }
  }
}
