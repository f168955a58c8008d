package fr.jalon.portal.web;

import java.util.Set;

/**
 * Where somebody signed in asks a person for help, from the foot of the pages below some addresses;
 * the room that answers declares it as a bean. The address of the page goes with it.
 *
 * @param key of its text in the message files
 * @param path it leads to, asked with {@code ?page=}
 * @param pages the addresses below which it stands
 * @param roles who sees it
 */
public record AskEntry(String key, String path, Set<String> pages, Set<String> roles) {
  public AskEntry {
    pages = Set.copyOf(pages);
    roles = Set.copyOf(roles);
  }

  boolean standsOn(String address) {
    return pages.stream().anyMatch(page -> address.equals(page) || address.startsWith(page + "/"));
  }
}
