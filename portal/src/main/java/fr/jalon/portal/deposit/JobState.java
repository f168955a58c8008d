package fr.jalon.portal.deposit;

import org.jspecify.annotations.Nullable;

/**
 * How far the work on a deposit is.
 *
 * @param job null when nothing is going on
 * @param stage "read", "profile", "check", "write", "machine" while it waits for the machine, null
 *     before the first word
 * @param share of the stage done, 0 to 1
 * @param failed true when the machine failed at the last job; the file is not to blame
 */
public record JobState(@Nullable Job job, @Nullable String stage, double share, boolean failed) {
  /** The stage of a job that waits until the machine has room or strength again. */
  static final String WAITING = "machine";

  public boolean running() {
    return job != null;
  }

  /** Of the whole job, 0 to 100, for a bar: the stages weigh about the same. */
  public int percent() {
    if (stage == null || stage.equals(WAITING)) {
      return 2;
    }
    double done =
        switch (stage) {
          case "read" -> 0;
          case "profile" -> 1;
          case "check" -> 2;
          default -> 3;
        };
    return (int) Math.round(100 * (done + Math.min(1, Math.max(0, share))) / 4);
  }
}
