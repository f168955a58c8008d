package fr.jalon.portal.programme;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone invited to a session.
 *
 * @param personId null for someone without an account
 * @param coming what they answered, null while they did not
 */
public record Participant(
    UUID id,
    UUID sessionId,
    @Nullable UUID personId,
    String name,
    String email,
    @Nullable Boolean coming) {}
