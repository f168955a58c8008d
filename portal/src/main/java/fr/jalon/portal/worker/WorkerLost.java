package fr.jalon.portal.worker;

import org.jspecify.annotations.Nullable;

/** The worker is no more, and its job is not done. */
final class WorkerLost extends Exception {
  /** Why: the file's doing, with the code of the refusal people read, or the machine's. */
  enum Reason {
    DIED("worker-died", null),
    TOO_SLOW("too-slow", null),
    TOO_LARGE("too-large", null),
    TOO_MUCH_DISK("too-much-disk", null),
    KILLED("", MachineTrouble.Reason.KILLED),
    STARVED("", MachineTrouble.Reason.STARVED),
    NO_ROOM("", MachineTrouble.Reason.NO_ROOM);

    private final String code;
    private final MachineTrouble.@Nullable Reason machine;

    Reason(String code, MachineTrouble.@Nullable Reason machine) {
      this.code = code;
      this.machine = machine;
    }

    String code() {
      return code;
    }

    /** Null when the file is to blame. */
    MachineTrouble.@Nullable Reason machine() {
      return machine;
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
