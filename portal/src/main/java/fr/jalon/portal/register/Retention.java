package fr.jalon.portal.register;

import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;

/** A kind of lines that do not stay for ever, and how they go. */
public interface Retention {
  Rule rule();

  /**
   * What is past its time, the oldest first.
   *
   * @param now the day it is
   * @param most lines
   */
  List<Due> listDue(Instant now, int most);

  /**
   * Has these lines go, those alone that are still past their time; in one statement.
   *
   * @return how many went
   */
  int remove(Collection<String> ids, Instant now);

  /**
   * How long, and on whose word. Its title, from when it runs, what becomes of the lines and the
   * source in words are in the message files under {@code register.retention.<key>}.
   *
   * @param key never changed
   * @param treatment the key of the one it belongs to
   * @param kept for so long
   * @param visa true for public archives: nothing goes without the visa of the departmental
   *     archives (code du patrimoine, articles L. 212-2 and R. 212-14)
   * @param usual true when it is applied each night unless somebody said otherwise
   */
  record Rule(
      String key, String treatment, Period kept, Source source, boolean visa, boolean usual) {
    public Rule {
      if (visa && usual) {
        throw new IllegalArgumentException("a visa is given to a list, not to every night");
      }
    }

    /** What happened before that moment is past its time. */
    public Instant before(Instant now) {
      return lastDay(now).atStartOfDay(Messages.PARIS).toInstant();
    }

    /** What ended before that day is past its time. */
    public LocalDate lastDay(Instant now) {
      return LocalDate.ofInstant(now, Messages.PARIS).minus(kept);
    }
  }

  /** On whose word. */
  enum Source {
    LAW,
    /** What the CNIL recommends. */
    RECOMMENDATION,
    /** Ours, for the data protection officer to confirm. */
    PROPOSED
  }

  /**
   * A line past its time.
   *
   * @param at from when its time ran
   * @param said what it is, for those who decide
   */
  record Due(String id, Instant at, String said) {}
}
