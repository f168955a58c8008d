package fr.jalon.portal.home.signal;

import java.util.Locale;

/**
 * From when on a signal is told: by default, unless the season says otherwise. Where no source is
 * named the figure is the specification's; « ours » marks the others.
 */
public enum Threshold {
  /** At its corrections, and nobody did anything. */
  STUCK(2),
  /** A file that cannot be read, and no other was given; ours: as for {@link #STUCK}. */
  UNREADABLE(2),
  PERSONAL_DATA(5),
  VISA(3),
  /** Since the oldest that nobody answered; ours: they are told together, in one line. */
  CANDIDACY(0),
  /** Ours: the time of a town council's mail. */
  UNSIGNED(15),
  /** Before the end of an agreement; ours: what the programme's mails announce too. */
  END_NEAR(30),
  /** Before the window of the notice closes; ours: half of the three months it is open. */
  NOTICE(45),
  /** After a notice: what French public bodies have to pay (décret 2013-269, article 1). */
  PAYMENT(30),
  /** After a deadline of the notice: none is left. Ours. */
  NOTICE_LATE(0),
  /** Since it was accepted; ours: the first weeks are for that. */
  FOCAL_POINT(15),
  /** Since it was accepted; ours: before the first council that may decide. */
  DOSSIER(30),
  /** After the day it was for; ours: one forgets by the next. */
  TO_NOTE(1),
  MINUTES(5),
  NOTHING_PLANNED(15),
  /** Before a workshop that few are coming to; ours: there is time to call, and to move it. */
  WORKSHOP(10),
  UNTOUCHED(10),
  UPDATE(15),
  QUESTIONNAIRE(14),
  SIGN_IN(30),
  /** Since a talk whose notes were taken; ours: it is still in mind. */
  SUMMARY(7),
  /** After the day somebody gave to an item. Ours. */
  ITEM(0),
  /** Since it was withdrawn. Ours. */
  WITHDRAWN(0),
  /** How often the same finding came back. */
  SAME_FINDING(3, Unit.TIMES),
  /** How long a good news is told; ours: two weekly mails. */
  GOOD_NEWS(14);

  /** What it counts. */
  public enum Unit {
    DAYS,
    TIMES
  }

  private final int usual;
  private final Unit unit;

  Threshold(int usual) {
    this(usual, Unit.DAYS);
  }

  Threshold(int usual, Unit unit) {
    this.usual = usual;
    this.unit = unit;
  }

  /** Where the season says nothing. */
  public int usual() {
    return usual;
  }

  public Unit unit() {
    return unit;
  }

  /** In addresses, forms and message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
