package fr.jalon.portal.home.signal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reason why somebody needs help, or why one may be glad: one small class each. Its sentence, its
 * short name, its action, what it looks at and what resolves it are in the message files, under
 * {@code signal.<key>}.
 */
interface SignalKind {
  /** Never changed: kept with each signal. */
  String key();

  Level level();

  /** From when on, empty for what is told at once. */
  default Optional<Threshold> threshold() {
    return Optional.empty();
  }

  /** What its sentence calls {@code {3}}: where it is, what it is about; "" for nothing. */
  default String words(SignalWords words, Told told) {
    return "";
  }

  /** What there is to tell; nothing of it is kept here. */
  Stream<Found> look(SeasonFacts season);
}
