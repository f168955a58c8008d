package fr.jalon.portal.home.signal;

import fr.jalon.portal.deposit.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** Personal data are kept for a reason, and the second person has not agreed. */
final class PersonalUnconfirmed implements AuthorityKind {
  @Override
  public String key() {
    return "personal-unconfirmed";
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
        .filter(deposit -> one.isAccompanied())
        .filter(deposit -> deposit.undecided() == 0 && deposit.unconfirmed() > 0)
        .filter(deposit -> one.isPast(Threshold.PERSONAL_DATA, deposit.savedAt()))
        .map(
            deposit ->
                one.found(
                    this,
                    deposit.id(),
                    Told.of(deposit.title(), AuthorityFacts.day(deposit.savedAt()))
                        .counting(deposit.unconfirmed()),
                    deposit.href(Step.PROTECTION)));
  }
}
