package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** A deposit is under way, nothing else is told of it, and nobody touches it. */
final class DepositUntouched implements AuthorityKind {
  @Override
  public String key() {
    return "deposit-untouched";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.UNTOUCHED);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.text(told.code());
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.deposits().stream()
        .filter(deposit -> one.isAccompanied() && !deposit.refused() && deposit.askedAt() == null)
        .filter(deposit -> deposit.undecided() == 0 && deposit.unconfirmed() == 0)
        .filter(deposit -> !StuckOnCard.isStuck(one, deposit))
        .filter(deposit -> one.isPast(Threshold.UNTOUCHED, deposit.savedAt()))
        .map(
            deposit ->
                one.found(
                    this,
                    deposit.id(),
                    Told.of(deposit.title(), AuthorityFacts.day(deposit.savedAt()))
                        .about(deposit.step().key()),
                    deposit.href()));
  }
}
