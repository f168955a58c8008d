package fr.jalon.engine.export;

import java.util.Locale;

/** What a new file does to the rows already published. */
public enum Update {
  /** The new file takes the place of all of them. */
  REPLACE,
  /** Its rows are added behind them; those that are there already are not repeated. */
  APPEND,
  /** Its rows take the place of those that have the same key; the others are added behind. */
  BY_KEY;

  /** Stable code: "by-key". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The way of this code.
   *
   * @throws IllegalArgumentException when no way has it
   */
  public static Update of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** True when rows that were published may be there no more. */
  public boolean mayErase() {
    return this == REPLACE;
  }
}
