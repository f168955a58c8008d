package fr.jalon.portal.web;

import org.jspecify.annotations.Nullable;

/** Tells the page frame who is there; the room of accounts answers. */
@FunctionalInterface
public interface Visitors {
  /** The signed-in person, null for a passer-by. */
  @Nullable Visitor current();
}
