package fr.jalon.portal.document;

import java.util.UUID;

/** Who wrote or kept something; the name outlives the account. */
public record Author(UUID id, String name) {}
