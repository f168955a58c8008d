package fr.jalon.portal.home.signal;

import fr.jalon.portal.deposit.UnderWay;
import java.util.Optional;
import java.util.stream.Stream;

/** A deposit is at its corrections, and nobody touches it: the card is told, with its cells. */
final class StuckOnCard implements AuthorityKind {
  @Override
  public String key() {
    return "stuck-on-card";
  }

  @Override
  public Level level() {
    return Level.BLOCKED;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.STUCK);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.card(told);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.deposits().stream()
        .filter(deposit -> isStuck(one, deposit))
        .flatMap(
            deposit ->
                Stream.ofNullable(deposit.card())
                    .map(
                        card ->
                            one.found(
                                this,
                                deposit.id(),
                                Told.of(deposit.title(), AuthorityFacts.day(deposit.savedAt()))
                                    .counting(card.count())
                                    .at(card.place()),
                                card.place().href())));
  }

  static boolean isStuck(AuthorityFacts one, UnderWay deposit) {
    return one.isAccompanied()
        && deposit.card() != null
        && deposit.undecided() == 0
        && deposit.askedAt() == null
        && one.isPast(Threshold.STUCK, deposit.savedAt());
  }
}
