package fr.jalon.portal.help;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens when the person who asked does not answer: one after the other, each once, counted
 * from the last answer they were given. The days are those of the help desks we learned from,
 * shortened; between two of them the quiet of reminders holds.
 */
public enum Rung {
  REMINDED(5),
  /** The référents of the authority are told. */
  FOCAL_POINT_TOLD(10),
  /** One answer opens it again. */
  CLOSED(20);

  private final int days;

  Rung(int days) {
    this.days = days;
  }

  /** Days of silence. */
  public int days() {
    return days;
  }

  /** That which comes after those already taken. */
  static Optional<Rung> after(int taken) {
    return Stream.of(values()).skip(taken).findFirst();
  }
}
