package fr.jalon.portal.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was recorded.
 *
 * @param recordedAt when we came to know it
 * @param author name of who recorded it, then
 * @param document hash of the paper that shows it, null while there is none
 */
public record Fact(
    UUID id,
    Instant recordedAt,
    UUID authorId,
    String author,
    Act act,
    @Nullable String document) {}
