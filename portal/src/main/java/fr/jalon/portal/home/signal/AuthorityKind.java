package fr.jalon.portal.home.signal;

import java.util.stream.Stream;

/** A kind that looks at one authority at a time. */
interface AuthorityKind extends SignalKind {
  Stream<Found> of(AuthorityFacts one);

  @Override
  default Stream<Found> look(SeasonFacts season) {
    return season.authorities().stream().flatMap(this::of);
  }
}
