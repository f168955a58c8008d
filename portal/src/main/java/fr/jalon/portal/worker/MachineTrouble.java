package fr.jalon.portal.worker;

import java.io.IOException;

/**
 * The machine could not do a job, whatever the file is: nothing was learnt of the file, and the
 * same job may well be done a little later.
 */
public final class MachineTrouble extends IOException {
  /** What the machine lacked. */
  public enum Reason {
    /** Somebody, or the system short of memory, ended the worker. */
    KILLED,
    /** It had its time, but hardly any of the processor. */
    STARVED,
    /** The disk has less room than the database needs to go on. */
    NO_ROOM,
    /** A worker could not even start. */
    NO_WORKER
  }

  private final Reason reason;

  public MachineTrouble(Reason reason, String message) {
    super(reason + ": " + message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
