package fr.jalon.portal.agreement;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What happened between the organizer and a funder of a season. The text says what each brings, not
 * how it is asked nor when it comes: only what happened is kept.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = FunderAct.Called.class, name = "called"),
  @JsonSubTypes.Type(value = FunderAct.Received.class, name = "received"),
  @JsonSubTypes.Type(value = FunderAct.Corrected.class, name = "corrected")
})
public sealed interface FunderAct {
  /** The day it is about. */
  LocalDate on();

  /** It was asked for a sum. */
  record Called(LocalDate on, String funder, Euros amount, String reference) implements FunderAct {}

  /** It paid. */
  record Received(LocalDate on, String funder, Euros amount, String reference)
      implements FunderAct {}

  /** An earlier fact was wrong: it counts no more. */
  record Corrected(LocalDate on, UUID fact, String reason) implements FunderAct {}
}
