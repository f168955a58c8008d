package fr.jalon.portal.home;

import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.home.Board.Row;
import fr.jalon.portal.programme.Progress;
import java.util.stream.Stream;

/** Which rows of the board are shown. */
enum BoardFilter {
  ALL(""),
  IN_NEED("besoin"),
  UNSIGNED("a-signer"),
  NOTHING_PLANNED("sans-rendez-vous"),
  LATE("en-retard"),
  OVER("terminees");

  private final String key;

  BoardFilter(String key) {
    this.key = key;
  }

  /** As written in an address. */
  String key() {
    return key;
  }

  /** That of an address; all for one that is none. */
  static BoardFilter of(String key) {
    return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst().orElse(ALL);
  }

  boolean shows(Row row) {
    Status status = row.followed().position().status();
    return switch (this) {
      case ALL -> true;
      case IN_NEED -> row.isInNeed();
      case UNSIGNED -> row.followed().position().start() == null && status != Status.GIVEN_UP;
      case NOTHING_PLANNED ->
          row.next().isEmpty() && row.followed().tally().remaining() > 0 && !status.isOver();
      case LATE -> row.steps().stream().anyMatch(step -> step.state() == Progress.State.LATE);
      case OVER -> status.isOver();
    };
  }
}
