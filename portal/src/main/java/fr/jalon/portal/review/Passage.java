package fr.jalon.portal.review;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A text of a report. Until somebody writes there, it says what the facts say. */
public enum Passage {
  SUMMARY(false),
  /** In the authority's own words. */
  DIFFICULTIES(true),
  NEXT(false);

  private final boolean ofTheAuthority;

  Passage(boolean ofTheAuthority) {
    this.ofTheAuthority = ofTheAuthority;
  }

  /** True when the people of the authority write it too. */
  boolean isOfTheAuthority() {
    return ofTheAuthority;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Passage> find(String key) {
    return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
  }
}
