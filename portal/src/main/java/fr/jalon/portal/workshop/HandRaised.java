package fr.jalon.portal.workshop;

import fr.jalon.portal.deposit.Place;
import java.time.Instant;
import java.util.UUID;

/** Someone who practises asked for help. */
public record HandRaised(
    UUID workshopId, UUID traineeId, String firstName, Place place, Instant at) {}
