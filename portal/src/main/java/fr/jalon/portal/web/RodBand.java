package fr.jalon.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * One band of the rod: a step of a path.
 *
 * @param href where the step is, null when it cannot be reached yet
 */
public record RodBand(String label, State state, @Nullable String href) {
  /** How far the step is. */
  public enum State {
    DONE,
    CURRENT,
    TO_COME
  }
}
