package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** A file cannot be read, and no other was given since. */
final class FileUnreadable implements AuthorityKind {
  @Override
  public String key() {
    return "file-unreadable";
  }

  @Override
  public Level level() {
    return Level.BLOCKED;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.UNREADABLE);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.deposits().stream()
        .filter(deposit -> one.isAccompanied() && deposit.refused())
        .filter(deposit -> one.isPast(Threshold.UNREADABLE, deposit.savedAt()))
        .filter(
            deposit ->
                one.deposits().stream()
                    .noneMatch(other -> other.savedAt().isAfter(deposit.savedAt())))
        .map(
            deposit ->
                one.found(
                    this,
                    deposit.id(),
                    Told.of(deposit.title(), AuthorityFacts.day(deposit.savedAt())),
                    deposit.href()));
  }
}
