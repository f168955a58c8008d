package fr.jalon.portal.home.signal;

import fr.jalon.portal.help.Urgency;
import java.util.stream.Stream;

/** Somebody cannot go on and waits for an answer, which is not late. */
final class HelpBlocked implements AuthorityKind {
  @Override
  public String key() {
    return "help-blocked";
  }

  @Override
  public Level level() {
    return Level.BLOCKED;
  }

  @Override
  public String words(SignalWords words, Told told) {
    return words.where(told);
  }

  @Override
  public Stream<Found> of(AuthorityFacts one) {
    return one.asking().stream()
        .filter(asked -> !asked.late() && asked.urgency() == Urgency.BLOCKED)
        .map(
            asked ->
                one.found(
                    this,
                    asked.requestId(),
                    Told.of(
                            asked.place() == null ? "" : one.titleOf(asked.place().depositId()),
                            AuthorityFacts.day(asked.since()))
                        .at(asked.place())
                        .about(asked.page()),
                    asked.href()));
  }
}
