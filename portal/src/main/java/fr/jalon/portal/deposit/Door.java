package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may see and change which deposit. A person sees the deposits of their own organization;
 * facilitators and administrators see all. Anyone else is told that there is no such deposit.
 */
@Component
class Door {
  private final DepositRows rows;
  private final Clock clock;

  Door(DepositRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  Deposit see(UUID id, Person who) {
    return rows.find(id).filter(one -> isSeenBy(one, who)).orElseThrow(Door::none);
  }

  /** The deposit for this transaction alone, published or not. */
  Deposit hold(UUID id, Person who) {
    return rows.findForUpdate(id).filter(one -> isSeenBy(one, who)).orElseThrow(Door::none);
  }

  /** The deposit for this transaction alone, when it may still be changed. */
  Deposit open(UUID id, Person who) {
    Deposit deposit = hold(id, who);
    if (deposit.published()) {
      throw new Rejected(DepositProblem.ALREADY_PUBLISHED);
    }
    return deposit;
  }

  /** Whoever practises in a workshop sees their own file, and nobody else's. */
  boolean sees(DepositRows.Owner owner, Person who) {
    return seesAll(who)
        || owner.organizationId().equals(who.organizationId())
            && (who.role() != Role.TRAINEE || owner.personId().equals(who.id()));
  }

  static boolean seesAll(Person who) {
    return who.role() == Role.FACILITATOR || who.role() == Role.ADMINISTRATOR;
  }

  private boolean isSeenBy(Deposit deposit, Person who) {
    return sees(new DepositRows.Owner(deposit.organizationId(), deposit.personId()), who);
  }

  static Rejected none() {
    return new Rejected(DepositProblem.NO_SUCH_DEPOSIT);
  }

  /** PostgreSQL keeps microseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
