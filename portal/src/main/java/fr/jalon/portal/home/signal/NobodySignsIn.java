package fr.jalon.portal.home.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Nobody of the authority signed in for long. */
final class NobodySignsIn implements AuthorityKind {
  @Override
  public String key() {
    return "nobody-signs-in";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.SIGN_IN);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    LocalDate start = one.position().start();
    Instant used = one.lastUse();
    return Stream.ofNullable(used == null ? start : AuthorityFacts.day(used))
        .filter(day -> one.isAccompanied() && start != null)
        .filter(day -> one.isPast(Threshold.SIGN_IN, day))
        .map(day -> one.found(this, "accounts", Told.on(day), one.href()));
  }
}
