package fr.jalon.engine;

import org.jspecify.annotations.Nullable;

/**
 * A fault as it may be written in a log: what failed and where, without its message, in which a
 * library may quote the file.
 */
public final class Unsaid extends Exception {
  /** Causes of causes that are told; a longer chain only repeats itself. */
  private static final int DEEPEST = 8;

  private static final long serialVersionUID = 1L;

  private Unsaid(Throwable fault, int depth) {
    super(fault.getClass().getName(), cause(fault, depth), false, true);
    setStackTrace(fault.getStackTrace());
  }

  /** The same fault, saying nothing of what it met. */
  public static Unsaid of(Throwable fault) {
    return new Unsaid(fault, 0);
  }

  private static @Nullable Unsaid cause(Throwable fault, int depth) {
    Throwable cause = fault.getCause();
    return cause == null || depth == DEEPEST ? null : new Unsaid(cause, depth + 1);
  }

  /** The class of the fault, for one line of a log. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
