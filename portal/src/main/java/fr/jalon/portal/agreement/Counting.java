package fr.jalon.portal.agreement;

import org.jspecify.annotations.Nullable;

/**
 * Whether a session of some day counts under an agreement.
 *
 * @param doubt what somebody must settle first, null when it is settled or there is none
 */
public record Counting(Answer answer, @Nullable Doubt doubt) {
  /** What is answered. */
  public enum Answer {
    COUNTS,
    /** By decision. */
    DOES_NOT_COUNT,
    /** After its last day nothing counts. */
    AFTER_THE_END,
    /** Somebody must decide. */
    TO_DECIDE
  }

  static Counting of(Answer answer) {
    return new Counting(answer, null);
  }
}
