package fr.jalon.portal.deposit;

import java.time.Instant;

/**
 * Something that happened to a deposit, for those concerned.
 *
 * @param who a person's name, "Jalon" for the portal itself
 * @param detail what it was about; never a value of the file
 */
public record Event(Instant at, String who, What what, String detail) {
  /** What can happen. */
  public enum What {
    RECEIVED,
    READ_AGAIN,
    READING_AGREED,
    PEOPLE_PROTECTED,
    PEOPLE_KEPT,
    PEOPLE_CONFIRMED,
    DECISION_TAKEN_BACK,
    MENDS_ACCEPTED,
    MEND_UNDONE,
    CELLS_EDITED,
    RECIPE_REPLAYED,
    DESCRIBED,
    PEOPLE_IN_WORDS,
    UPDATE_CHOSEN,
    ALARMS_AGREED,
    PUT_IN_SANDBOX,
    PUBLICATION_ASKED,
    VISA_GIVEN,
    HANDED_BACK,
    PUBLISHED
  }
}
