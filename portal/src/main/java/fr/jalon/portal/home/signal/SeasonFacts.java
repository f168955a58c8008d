package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.workshop.SignUps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** All that the kinds look at, of a season on a day. */
record SeasonFacts(
    Season season,
    Instant now,
    LocalDate today,
    Limits limits,
    List<Candidacy> candidacies,
    List<SignUps> workshops,
    List<AuthorityFacts> authorities) {
  SeasonFacts {
    candidacies = List.copyOf(candidacies);
    workshops = List.copyOf(workshops);
    authorities = List.copyOf(authorities);
  }

  /** Those that take place, and are not begun. */
  Stream<SignUps> workshopsToCome() {
    return workshops.stream()
        .filter(one -> !one.workshop().meeting().cancelled())
        .filter(one -> one.workshop().meeting().startsAt().isAfter(now));
  }

  /** What a meeting is for. */
  String stage(Meeting meeting) {
    return season
        .plan()
        .track()
        .findStage(meeting.stage())
        .map(Stage::title)
        .orElse(meeting.stage());
  }
}
