package fr.jalon.portal.deposit;

import fr.jalon.portal.catalog.Erasures;
import fr.jalon.portal.catalog.VersionErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a published version is erased, so are the file it came from and all that was read of it: the
 * one exception to files kept for ever. A file that another deposit holds too stays for that one.
 */
@Component
class DepositErasures {
  private final DepositRows rows;
  private final Erasures erasures;

  DepositErasures(DepositRows rows, Erasures erasures) {
    this.rows = rows;
    this.erasures = erasures;
  }

  /** In the transaction of the erasure: both are done or neither. */
  @EventListener
  void on(VersionErased erased) {
    rows.erase(erased.versionId(), erased.at()).forEach(erasures::ask);
  }
}
