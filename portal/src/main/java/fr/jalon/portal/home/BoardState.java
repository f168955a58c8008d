package fr.jalon.portal.home;

import fr.jalon.portal.agreement.Status;
import java.util.stream.Stream;

/** Where the agreements that the board shows are. */
enum BoardState {
  ANY(""),
  TO_SIGN("a-signer"),
  IN_FORCE("en-vigueur"),
  OVER("terminee");

  private final String key;

  BoardState(String key) {
    this.key = key;
  }

  /** As written in an address. */
  String key() {
    return key;
  }

  /** That of an address; any for one that is none. */
  static BoardState of(String key) {
    return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst().orElse(ANY);
  }

  boolean shows(Status status) {
    return switch (this) {
      case ANY -> true;
      case TO_SIGN -> status.isBeforeForce();
      case IN_FORCE -> status == Status.IN_FORCE;
      case OVER -> status.isOver();
    };
  }
}
