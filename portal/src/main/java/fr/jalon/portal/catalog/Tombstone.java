package fr.jalon.portal.catalog;

import java.util.Optional;

/**
 * What stands at every address of a withdrawn dataset.
 *
 * @param version what all saw before, for its own people alone
 * @param titleKept true when whoever withdrew it left the title to be read
 */
public record Tombstone(Version version, Withdrawal withdrawal, boolean titleKept) {
  /** The title, when it may be read. */
  public Optional<String> title() {
    return titleKept && version.erasedAt() == null
        ? Optional.of(version.description().title())
        : Optional.empty();
  }
}
