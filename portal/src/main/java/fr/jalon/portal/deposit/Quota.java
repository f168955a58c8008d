package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Rejected;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How much of its share an organization has taken. */
@Component
class Quota {
  private final DepositRows rows;
  private final QuotaSettings settings;

  Quota(DepositRows rows, QuotaSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  /**
   * Counted in one statement, by one deposit of an organization at a time: two files that come
   * together do not both take the last place.
   *
   * @param bytes that would be added, 0 before they are known
   * @throws Rejected when the share does not hold one deposit more of that size
   */
  void require(UUID organizationId, long bytes) {
    DepositRows.Held held = rows.held(organizationId);
    if (held.deposits() >= settings.deposits()) {
      throw new Rejected(DepositProblem.TOO_MANY_DEPOSITS, held.deposits());
    }
    if (held.bytes() + bytes > settings.bytes().toBytes()) {
      long million = 1_000_000;
      throw new Rejected(
          DepositProblem.TOO_MANY_BYTES,
          held.bytes() / million,
          settings.bytes().toBytes() / million);
    }
  }
}
