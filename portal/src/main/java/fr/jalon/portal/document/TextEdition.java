package fr.jalon.portal.document;

import java.time.Instant;

/** That a text was written: which, when, by whom; not its words. */
public record TextEdition(String kind, int number, String author, Instant at) {}
