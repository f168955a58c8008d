package fr.jalon.portal.home.signal;

import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Euros;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A notice was sent, nobody disputes it, and it is not paid in the time of public bodies. */
final class NoticeUnpaid implements AuthorityKind {
  @Override
  public String key() {
    return "notice-unpaid";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.PAYMENT);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    Euros left = one.position().noticed().minus(one.position().paid()).orNothing();
    return one.followed().reckoning().facts().stream()
        .map(fact -> fact.act())
        .filter(act -> act instanceof Act.Noticed)
        .map(Act::on)
        .max(Comparator.naturalOrder())
        .filter(sent -> one.isSigned() && !left.isZero() && !one.position().disputed())
        .filter(sent -> !one.position().remaining().isZero())
        .filter(sent -> one.isPast(Threshold.PAYMENT, sent))
        .map(
            sent ->
                one.found(
                    this,
                    one.followed().agreement().id(),
                    Told.on(sent).of(left),
                    one.agreementHref() + "#argent"))
        .stream();
  }
}
