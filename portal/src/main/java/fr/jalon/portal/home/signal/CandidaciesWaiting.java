package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Candidacy.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Candidacies have no answer: told once for the season, of the oldest. */
final class CandidaciesWaiting implements SignalKind {
  @Override
  public String key() {
    return "candidacies-waiting";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.CANDIDACY);
  }

  @Override
  public Stream<Found> look(SeasonFacts season) {
    List<Candidacy> waiting =
        season.candidacies().stream()
            .filter(one -> one.standing() == Standing.RECEIVED)
            .sorted(Comparator.comparing(Candidacy::sentAt))
            .toList();
    return waiting.stream()
        .limit(1)
        .map(one -> AuthorityFacts.day(one.sentAt()))
        .filter(
            day -> !day.plusDays(season.limits().of(Threshold.CANDIDACY)).isAfter(season.today()))
        .map(
            day ->
                new Found(
                    this,
                    null,
                    "candidacies",
                    Told.on(day).counting(waiting.size()),
                    season.season().href() + "#candidatures"));
  }
}
