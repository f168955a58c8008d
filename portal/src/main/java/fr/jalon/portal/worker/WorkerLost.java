package fr.jalon.portal.worker;

/** The worker is no more, and its job is not done. */
final class WorkerLost extends Exception {
  /** Why, as the code of the refusal people read. */
  enum Reason {
    DIED("worker-died"),
    TOO_SLOW("too-slow"),
    TOO_LARGE("too-large"),
    TOO_MUCH_DISK("too-much-disk");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  private final Reason reason;

  WorkerLost(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
