package fr.jalon.portal.agreement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it stands on a day.
 *
 * @param day the day
 * @param start its first day, null while it is not signed by both
 * @param lastDay its last day, as it is known; null while it is not signed by both
 * @param ending what ends it early, null when it goes to its term
 * @param terms those in force, or those it ended with
 * @param due of the contribution, in all
 * @param noticed by notices that live
 * @param doubts that the facts meet and that nobody has settled, where nothing holds by default
 */
public record Position(
    LocalDate day,
    Status status,
    @Nullable LocalDate start,
    @Nullable LocalDate lastDay,
    @Nullable Fact ending,
    Terms terms,
    Euros due,
    Euros noticed,
    Euros paid,
    boolean disputed,
    List<Doubt> doubts) {
  public Position {
    doubts = List.copyOf(doubts);
  }

  /** What is still to be paid: never less than nothing, nothing is given back. */
  public Euros remaining() {
    return due.minus(paid).orNothing();
  }

  /** What was paid beyond what is due. */
  public Euros overpaid() {
    return paid.minus(due).orNothing();
  }

  /** What may still be asked by a notice. */
  public Euros toNotice() {
    return due.minus(noticed).orNothing();
  }

  /** True when a notice may be sent: something is to be paid that none asks for. */
  public boolean isNoticeExpected() {
    return !toNotice().isZero() && !remaining().isZero();
  }
}
