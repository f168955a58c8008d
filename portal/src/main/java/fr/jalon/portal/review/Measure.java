package fr.jalon.portal.review;

/**
 * What a {@link Figure} counts. Under {@code review.measure.<name>} in the message files stands its
 * name, and under {@code review.measure.<name>.rule} how it is counted. Frozen reports hold these
 * constants: none is ever renamed.
 */
public enum Measure {
  /** Beneficiaries whose agreement both signed. */
  AUTHORITIES(Unit.COUNT),
  /** Of these, those that have a dataset all see. */
  AUTHORITIES_OPEN(Unit.SHARE),
  /** Of these, those that publish data of quality and go on alone. */
  AUTHORITIES_ALONE(Unit.SHARE),
  /** Datasets all see. */
  DATASETS(Unit.COUNT),
  /** Of these, those of quality. */
  DATASETS_GOOD(Unit.SHARE),
  ROWS(Unit.COUNT),
  /** Datasets begun that were never seen by all. */
  UNDER_WAY(Unit.COUNT),
  /** From the agreement to the first dataset all see; of a season, the median. */
  DAYS_TO_FIRST(Unit.DAYS),
  SESSIONS_HELD(Unit.COUNT),
  SESSIONS_PLANNED(Unit.COUNT),
  /** Counted against the quota. */
  SESSIONS_COUNTED(Unit.SHARE),
  REQUESTS(Unit.COUNT),
  REQUESTS_SOLVED(Unit.SHARE),
  CHECKLIST(Unit.SHARE),
  /** Of the items done, those that facts ticked. */
  CHECKLIST_BY_ITSELF(Unit.SHARE),
  /** Versions published alone after the last session. */
  PUBLISHED_ALONE(Unit.COUNT),
  LEVEL_BEFORE(Unit.HUNDREDTHS),
  LEVEL_AFTER(Unit.HUNDREDTHS),
  /** Beneficiaries that said what they think. */
  SURVEYS(Unit.SHARE),
  /** Mean of the answers that have a value. */
  SATISFACTION(Unit.HUNDREDTHS),
  DUE(Unit.CENTS),
  PAID(Unit.CENTS),
  REMAINING(Unit.CENTS),
  /** Of those open when the accompaniment ended, those with a dataset in its time. */
  UP_TO_DATE(Unit.SHARE),
  /** Of those, who published a new version alone since. */
  UPDATED_ALONE(Unit.SHARE);

  /** How a figure is written. */
  public enum Unit {
    COUNT,
    /** So many of so many. */
    SHARE,
    DAYS,
    /** Of a level or of a mark, from 0 to 4. */
    HUNDREDTHS,
    /** Of euros. */
    CENTS
  }

  private final Unit unit;

  Measure(Unit unit) {
    this.unit = unit;
  }

  public Unit unit() {
    return unit;
  }
}
