package fr.jalon.portal.deposit;

import java.util.UUID;

/**
 * The same cause, found in several files of one authority.
 *
 * @param code of the cause
 * @param files in how many
 */
public record Repeated(UUID organizationId, String code, long files) {}
