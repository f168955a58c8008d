package fr.jalon.portal.help;

import java.util.UUID;

/**
 * A file that goes with what was said.
 *
 * @param name a label: nothing of it is ever a path
 * @param size in bytes
 */
record Attachment(UUID id, UUID lineId, String name, long size, String sha256) {}
