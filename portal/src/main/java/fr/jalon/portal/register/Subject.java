package fr.jalon.portal.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who is looked for.
 *
 * @param id of their account, null for who never had one
 * @param email in lower case
 * @param name under which they are looked for where nothing else tells them, "" when that name may
 *     be somebody else's
 */
public record Subject(@Nullable UUID id, String email, String name) {
  /** What stands in the place of a name. */
  public static final String ERASED = "Personne effacée";
}
