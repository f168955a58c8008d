package fr.jalon.portal.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a frozen report.
 *
 * @param survival null for words alone
 * @param sha256 of what was added
 */
public record Supplement(
    UUID id, String text, @Nullable Survival survival, String sha256, String by, Instant at) {}
