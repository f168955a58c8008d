package fr.jalon.portal.deposit;

import java.util.Set;
import java.util.UUID;

/**
 * Who made a published version of a file.
 *
 * @param versionId the version
 * @param people who did something to its deposit, or asked for a change; giving a visa, which takes
 *     one person of each side, is no hand in it
 * @param suggested true when a mend was proposed for it, taken or not
 */
public record Making(UUID versionId, UUID depositId, Set<UUID> people, boolean suggested) {
  public Making {
    people = Set.copyOf(people);
  }
}
