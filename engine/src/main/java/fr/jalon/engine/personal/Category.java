package fr.jalon.engine.personal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told of a person. */
public enum Category {
  SURNAME,
  FIRST_NAME,
  FULL_NAME,
  BIRTH_DATE,
  AGE,
  NIR,
  IBAN,
  MOBILE,
  LAND_LINE,
  EMAIL,
  HOME_ADDRESS,
  NUMBER_PLATE,
  IP_ADDRESS,
  MAC_ADDRESS,
  HEALTH,
  OPINION,
  ABSENCE,
  SOCIAL,
  IDENTIFIER,
  /** Several of them in one column of free texts. */
  TEXT;

  /** As written in profiles and findings: "birth-date". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True for the names that people bear. */
  public boolean isName() {
    return this == SURNAME || this == FIRST_NAME || this == FULL_NAME;
  }

  /**
   * True for what singles somebody out by itself: a title that speaks of illness or of absences
   * tells what a table is about, one that bears a name tells whom.
   */
  public boolean singlesOut() {
    return switch (this) {
      case SURNAME,
          FIRST_NAME,
          FULL_NAME,
          NIR,
          IBAN,
          MOBILE,
          LAND_LINE,
          EMAIL,
          HOME_ADDRESS,
          NUMBER_PLATE ->
          true;
      case BIRTH_DATE,
          AGE,
          IP_ADDRESS,
          MAC_ADDRESS,
          HEALTH,
          OPINION,
          ABSENCE,
          SOCIAL,
          IDENTIFIER,
          TEXT ->
          false;
    };
  }

  /** The category of this code; none for one that only an older or a newer Jalon knows. */
  public static Optional<Category> find(String code) {
    return Stream.of(values()).filter(category -> category.code().equals(code)).findFirst();
  }
}
