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

  /** The category of this code; none for one that only an older or a newer Jalon knows. */
  public static Optional<Category> find(String code) {
    return Stream.of(values()).filter(category -> category.code().equals(code)).findFirst();
  }
}
