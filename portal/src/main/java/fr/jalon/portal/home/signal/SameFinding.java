package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/** The same cause came back in several files: a habit, or a program that writes them so. */
final class SameFinding implements AuthorityKind {
  @Override
  public String key() {
    return "same-finding";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.SAME_FINDING);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.finding(told.code());
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.repeated().stream()
        .filter(cause -> one.isAccompanied())
        .filter(cause -> cause.files() >= one.limits().of(Threshold.SAME_FINDING))
        .limit(1)
        .map(
            cause ->
                one.found(
                    this,
                    cause.code(),
                    Told.NOTHING.counting(cause.files()).about(cause.code()),
                    "/depots"));
  }
}
