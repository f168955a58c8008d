package fr.jalon.portal.deposit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version that was to become public was handed back to its depositor.
 *
 * @param step where to look
 * @param cell its address in the file, as in Excel; null for the whole step
 * @param note what is asked, as the person wrote it
 */
public record RequestForChange(
    UUID id, Step step, @Nullable String cell, String note, String personName, Instant askedAt) {}
