package fr.jalon.portal.web;

import java.util.Set;

/**
 * A link of the navigation; each room declares its own as a bean.
 *
 * @param order among the others, smallest first
 * @param key of its text in the message files
 * @param path it leads to; also marks it current on pages below it
 * @param roles who sees it: one of these roles, or everyone when empty
 * @param managing it leads to what one manages rather than does: it may be folded with its like
 */
public record NavEntry(int order, String key, String path, Set<String> roles, boolean managing) {
  public NavEntry {
    roles = Set.copyOf(roles);
  }

  /** A link to what these roles do. */
  public NavEntry(int order, String key, String path, Set<String> roles) {
    this(order, key, path, roles, false);
  }

  /** The same link, to what these roles manage. */
  public NavEntry ofManagement() {
    return new NavEntry(order, key, path, roles, true);
  }

  /** A link everyone sees. */
  public static NavEntry forAll(int order, String key, String path) {
    return new NavEntry(order, key, path, Set.of());
  }
}
