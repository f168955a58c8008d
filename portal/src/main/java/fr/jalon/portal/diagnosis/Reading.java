package fr.jalon.portal.diagnosis;

import java.time.Instant;

/** Someone looked at the notes of an interview. */
public record Reading(String who, Instant at) {}
