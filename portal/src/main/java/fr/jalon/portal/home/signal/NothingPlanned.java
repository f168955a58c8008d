package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Session.State;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions are left, and none is planned since the last one. */
final class NothingPlanned implements AuthorityKind {
  @Override
  public String key() {
    return "nothing-planned";
  }

  @Override
  public Level level() {
    return Level.SILENCE;
  }

  @Override
  public Optional<Threshold> threshold() {
    return Optional.of(Threshold.NOTHING_PLANNED);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return Stream.of(since(one))
        .filter(day -> isOpen(one) && one.isPast(Threshold.NOTHING_PLANNED, day))
        .map(
            day ->
                one.found(
                    this,
                    "sessions",
                    Told.on(day).counting(one.followed().tally().remaining()),
                    one.followed().season().href() + "/nouveau-rendez-vous?pour=" + one.id()));
  }

  private static boolean isOpen(AuthorityFacts one) {
    return one.isAccompanied()
        && one.followed().tally().remaining() > 0
        && one.sessions()
            .noneMatch(session -> session.state() == State.PLANNED && !session.isToNote(one.now()));
  }

  /** The last session, else the day everything began. */
  private static LocalDate since(AuthorityFacts one) {
    LocalDate begun = one.startedOn();
    return one.sessions()
        .filter(session -> session.state() != State.CANCELLED)
        .map(Session::day)
        .filter(day -> day.isAfter(begun))
        .max(Comparator.naturalOrder())
        .orElse(begun);
  }
}
