package fr.jalon.portal.workshop;

import java.time.Instant;
import java.util.UUID;

/** Someone who waits for a place. */
record Waiting(
    UUID workshopId, UUID personId, String name, String email, UUID beneficiaryId, Instant at) {}
