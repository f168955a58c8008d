package fr.jalon.portal.programme;

import java.time.Instant;

/** What facilitators write for each other of a beneficiary: never shown to it. */
public record Note(Instant at, String author, String text) {}
