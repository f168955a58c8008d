package fr.jalon.engine.profile.kind;

/** In which order the day and the month of a date in figures stand, its year being last. */
public enum DateOrder {
  /** 25/12/2023, as in France. */
  DAY_FIRST,
  /** 12/25/2023, as in the United States. */
  MONTH_FIRST,
  /** As its own figures prove it: 25/12/2023 and 12/25/2023 are read, 04/05/2023 is not. */
  AS_PROVEN
}
