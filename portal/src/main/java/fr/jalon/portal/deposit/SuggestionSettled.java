package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import java.time.Instant;
import java.util.UUID;

/** A mend that somebody proposed was taken, or things were kept as they are. */
public record SuggestionSettled(
    UUID suggestionId, UUID depositId, boolean taken, Person by, Instant at) {}
