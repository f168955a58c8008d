package fr.jalon.portal.home.signal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when somebody puts a signal off. */
public enum Later {
  TOMORROW("demain"),
  NEXT_WEEK("lundi");

  private final String key;

  Later(String key) {
    this.key = key;
  }

  /** In forms. */
  public String key() {
    return key;
  }

  /** That of a form, empty for none. */
  public static Optional<Later> find(String key) {
    return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  /** The day it is told again. */
  public LocalDate from(LocalDate today) {
    return switch (this) {
      case TOMORROW -> today.plusDays(1);
      case NEXT_WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    };
  }
}
