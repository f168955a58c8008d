package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Tally;
import java.util.stream.Stream;

/** Whether a session counts is for somebody to decide. */
final class SessionToDecide implements AuthorityKind {
  @Override
  public String key() {
    return "session-to-decide";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.followed().tally().lines().stream()
        .filter(line -> line.why() == Tally.Why.TO_DECIDE)
        .limit(1)
        .map(
            line ->
                one.found(
                    this,
                    line.session().id(),
                    Told.on(line.session().day()),
                    one.agreementHref() + "#a-decider"));
  }
}
