package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Season;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** All that the kinds look at, of a season on a day. */
record SeasonFacts(
    Season season,
    Instant now,
    LocalDate today,
    Limits limits,
    List<Candidacy> candidacies,
    List<AuthorityFacts> authorities) {
  SeasonFacts {
    candidacies = List.copyOf(candidacies);
    authorities = List.copyOf(authorities);
  }
}
