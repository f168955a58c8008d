package fr.jalon.portal.home.signal;

import fr.jalon.portal.deposit.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** A file speaks of people, and nobody decides what becomes of it. */
final class PersonalUndecided implements AuthorityKind {
  @Override
  public String key() {
    return "personal-undecided";
  }

  @Override
  public Level level() {
    return Level.BLOCKED;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.PERSONAL_DATA);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.deposits().stream()
        .filter(deposit -> one.isAccompanied() && deposit.undecided() > 0)
        .filter(deposit -> one.isPast(Threshold.PERSONAL_DATA, deposit.savedAt()))
        .map(
            deposit ->
                one.found(
                    this,
                    deposit.id(),
                    Told.of(deposit.title(), AuthorityFacts.day(deposit.savedAt()))
                        .counting(deposit.undecided()),
                    deposit.href(Step.PROTECTION)));
  }
}
