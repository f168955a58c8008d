package fr.jalon.portal.agreement;

import java.time.LocalDate;

/**
 * What was agreed: the figures and dates of an agreement, those of its season until an amendment
 * says otherwise.
 *
 * @param end last day of the agreement: its term
 * @param accompaniedUntil last day of the accompaniment, which may be long before the term
 * @param sessions work sessions in all
 * @param notice when the payment notice is to be sent
 * @param beneficiary the authority as page one names it, with its capacity ("la commune de Gien")
 * @param signatory who signs for it, with their capacity
 * @param address of the authority on page one, where notices are sent (election of domicile)
 */
public record Terms(
    LocalDate end,
    LocalDate accompaniedUntil,
    int sessions,
    FundingPlan funding,
    Window notice,
    String beneficiary,
    String signatory,
    String address) {
  public Terms {
    if (sessions < 1) {
      throw new IllegalArgumentException("an agreement is about one session at least: " + sessions);
    }
    if (accompaniedUntil.isAfter(end)) {
      throw new IllegalArgumentException(
          "the accompaniment ends after the term: " + accompaniedUntil + ", " + end);
    }
  }
}
