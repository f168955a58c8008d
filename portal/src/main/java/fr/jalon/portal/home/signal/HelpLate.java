package fr.jalon.portal.home.signal;

import java.util.stream.Stream;

/** Somebody asked for help, and the answer should have come. */
final class HelpLate implements AuthorityKind {
  @Override
  public String key() {
    return "help-late";
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
        .filter(asked -> asked.late())
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
