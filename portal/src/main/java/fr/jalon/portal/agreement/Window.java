package fr.jalon.portal.agreement;

import java.time.LocalDate;

/** Civil days, both included, within which something is to be done. */
public record Window(LocalDate from, LocalDate to) {
  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a window ends before it begins: " + from + ", " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
