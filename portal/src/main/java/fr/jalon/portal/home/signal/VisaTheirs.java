package fr.jalon.portal.home.signal;

import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.Visa.Side;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A dataset has the visa of the facilitator, and waits for that of its référent. */
final class VisaTheirs implements AuthorityKind {
  @Override
  public String key() {
    return "visa-theirs";
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
        .filter(deposit -> isTheirs(one, deposit.visas()))
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

  private static boolean isTheirs(AuthorityFacts one, Set<Side> visas) {
    return one.tookPart() && visas.contains(Side.FACILITATOR) && !visas.contains(Side.AUTHORITY);
  }
}
