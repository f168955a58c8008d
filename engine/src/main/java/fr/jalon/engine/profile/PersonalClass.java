package fr.jalon.engine.profile;

import java.util.Locale;

/** What a column tells of people. */
public enum PersonalClass {
  NIR,
  IBAN,
  EMAIL,
  PHONE,
  BIRTH_DATE,
  PERSON_NAME,
  PERSON_ADDRESS,
  PERSON_PHONE;

  /** As written in profiles: "birth-date". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
