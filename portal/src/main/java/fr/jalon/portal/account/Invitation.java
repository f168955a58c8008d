package fr.jalon.portal.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone invited who has not come yet. */
record Invitation(UUID id, String email, String name, Role role, @Nullable UUID organizationId) {}
