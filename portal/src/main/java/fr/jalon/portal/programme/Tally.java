package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Counting;
import fr.jalon.portal.agreement.Doubt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a beneficiary against its quota. The order in which they were written down
 * changes nothing.
 *
 * @param quota work sessions agreed
 * @param planned still to be held
 * @param held whether they count or not
 * @param counted never more than the quota but by decision
 */
public record Tally(int quota, int planned, int held, int counted, List<Line> lines) {
  public Tally {
    lines = List.copyOf(lines);
  }

  /**
   * A session and whether it counts.
   *
   * @param doubt of the agreement that somebody must settle first, null when there is none
   */
  public record Line(Session session, Why why, @Nullable Doubt doubt) {
    public boolean isCounted() {
      return why == Why.COUNTED || why == Why.COUNTED_BY_DECISION;
    }
  }

  /** Why a session counts or not. */
  public enum Why {
    COUNTED,
    COUNTED_BY_DECISION,
    /** Not held yet, or called off. */
    NOT_HELD,
    /** Nobody of the authority was there. */
    ABSENT,
    /** Help, publication: no session by itself. */
    OF_NO_COUNT,
    /** The quota is used up. */
    BEYOND_QUOTA,
    /** Nothing counts once the agreement is over, whoever decides. */
    AFTER_THE_END,
    /** The agreement's own decision. */
    NOT_BY_AGREEMENT,
    NOT_BY_DECISION,
    /** The agreement is to say it first. */
    TO_DECIDE;

    /** True when a named person may decide otherwise here. */
    public boolean isForAPerson() {
      return switch (this) {
        case COUNTED, COUNTED_BY_DECISION, ABSENT, OF_NO_COUNT, BEYOND_QUOTA, NOT_BY_DECISION ->
            true;
        case NOT_HELD, AFTER_THE_END, NOT_BY_AGREEMENT, TO_DECIDE -> false;
      };
    }
  }

  public int remaining() {
    return Math.max(0, quota - counted);
  }

  /** Those planned, the next first. */
  public Optional<Session> findNext() {
    return lines.stream()
        .map(Line::session)
        .filter(one -> one.state() == Session.State.PLANNED)
        .findFirst();
  }

  /** True when the line of that session says that somebody must decide. */
  public boolean hasToDecide() {
    return lines.stream().anyMatch(line -> line.why() == Why.TO_DECIDE);
  }

  /**
   * @param kinds of the stages, by key; empty for a stage that is no more
   * @param agreement whether a session of a day counts under it
   */
  static Tally of(
      List<Session> sessions,
      int quota,
      Function<String, Optional<StageKind>> kinds,
      Function<LocalDate, Counting> agreement) {
    List<Session> byDay =
        sessions.stream()
            .sorted(
                Comparator.comparing((Session one) -> one.meeting().startsAt())
                    .thenComparing(one -> one.meeting().id())
                    .thenComparing(Session::id))
            .toList();
    List<Line> lines = new ArrayList<>();
    int counted = 0;
    for (Session session : byDay) {
      boolean itself =
          kinds.apply(session.meeting().stage()).map(StageKind::isCountedByItself).orElse(true);
      Line line = line(session, itself, counted >= quota, agreement);
      counted += line.isCounted() ? 1 : 0;
      lines.add(line);
    }
    return new Tally(
        quota,
        count(byDay, Session.State.PLANNED),
        count(byDay, Session.State.HELD),
        counted,
        lines);
  }

  private static Line line(
      Session session, boolean itself, boolean usedUp, Function<LocalDate, Counting> agreement) {
    Session.State state = session.state();
    if (state == Session.State.PLANNED || state == Session.State.CANCELLED) {
      return new Line(session, Why.NOT_HELD, null);
    }
    Counting counting = agreement.apply(session.day());
    return switch (counting.answer()) {
      case AFTER_THE_END -> new Line(session, Why.AFTER_THE_END, null);
      case TO_DECIDE -> new Line(session, Why.TO_DECIDE, counting.doubt());
      case DOES_NOT_COUNT -> new Line(session, Why.NOT_BY_AGREEMENT, null);
      case COUNTS -> new Line(session, why(session, itself, usedUp), null);
    };
  }

  private static Why why(Session session, boolean itself, boolean usedUp) {
    Session.Decision decision = session.decision();
    if (decision != null) {
      return decision.counted() ? Why.COUNTED_BY_DECISION : Why.NOT_BY_DECISION;
    }
    if (session.state() == Session.State.ABSENT) {
      return Why.ABSENT;
    }
    if (!itself) {
      return Why.OF_NO_COUNT;
    }
    return usedUp ? Why.BEYOND_QUOTA : Why.COUNTED;
  }

  private static int count(List<Session> sessions, Session.State state) {
    return (int) sessions.stream().filter(one -> one.state() == state).count();
  }

  /** The line of a session. */
  public Optional<Line> find(UUID sessionId) {
    return lines.stream().filter(line -> line.session().id().equals(sessionId)).findFirst();
  }
}
