package fr.jalon.portal.home.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Agreements end soon: those that go to the term of the season are told together, the others each
 * for itself.
 */
final class EndNear implements SignalKind {
  @Override
  public String key() {
    return "end-near";
  }

  @Override
  public Level level() {
    return Level.DEADLINE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.END_NEAR);
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.ending(told);
  }

  @Override
  public Stream<Found> look(SeasonFacts season) {
    LocalDate term = season.season().plan().end();
    List<AuthorityFacts> ending = season.authorities().stream().filter(EndNear::isNear).toList();
    List<AuthorityFacts> together =
        ending.stream().filter(one -> term.equals(one.position().lastDay())).toList();
    return Stream.concat(
        ending.stream()
            .filter(one -> !together.contains(one))
            .map(
                one ->
                    one.found(
                        this,
                        one.followed().agreement().id(),
                        Told.on(Objects.requireNonNull(one.position().lastDay())),
                        one.agreementHref())),
        together.stream()
            .limit(1)
            .map(
                any ->
                    new Found(
                        this,
                        null,
                        "term",
                        Told.on(term).counting(together.size()),
                        season.season().href())));
  }

  private static boolean isNear(AuthorityFacts one) {
    LocalDate last = one.position().lastDay();
    return last != null
        && one.isSigned()
        && !one.position().status().isOver()
        && !one.today().plusDays(one.limits().of(Threshold.END_NEAR)).isBefore(last);
  }
}
