package fr.jalon.portal.home.signal;

import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.Visa.Side;
import java.util.Optional;
import java.util.stream.Stream;

/** A dataset waits for the visa of the facilitator. */
final class VisaOurs implements AuthorityKind {
  @Override
  public String key() {
    return "visa-ours";
  }

  @Override
  public Level level() {
    return Level.BLOCKED;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.VISA);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.deposits().stream()
        .filter(deposit -> one.tookPart() && !deposit.visas().contains(Side.FACILITATOR))
        .flatMap(
            deposit ->
                Stream.ofNullable(deposit.askedAt())
                    .map(AuthorityFacts::day)
                    .filter(asked -> one.isPast(Threshold.VISA, asked))
                    .map(
                        asked ->
                            one.found(
                                this,
                                deposit.id(),
                                Told.of(deposit.title(), asked),
                                deposit.href(Step.PUBLICATION))));
  }
}
