package fr.jalon.portal.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person as the page frame shows them.
 *
 * @param place their organization, null when they belong to none
 * @param own where what is kept of them is told, null for those who have no such page
 * @param roles names of their roles ("AGENT"), for entries of the navigation
 */
public record Visitor(
    String name, @Nullable String place, @Nullable String own, Set<String> roles) {
  public Visitor {
    roles = Set.copyOf(roles);
  }
}
