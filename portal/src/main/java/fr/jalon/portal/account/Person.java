package fr.jalon.portal.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account.
 *
 * @param email in lower case; what they sign in with
 * @param organizationId their authority, null for facilitators and administrators
 */
public record Person(UUID id, String email, String name, Role role, @Nullable UUID organizationId) {
  public Person {
    if (role.belongsToAnAuthority() && organizationId == null) {
      throw new IllegalArgumentException("A person of role " + role + " belongs to an authority");
    }
  }
}
