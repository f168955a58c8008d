package fr.jalon.portal.workshop;

import java.util.Set;
import java.util.UUID;

/**
 * How full a workshop is.
 *
 * @param coming people who have a place, and did not say that they cannot come
 * @param waiting people who wait for one
 * @param came beneficiaries of which somebody was there, once that is noted
 */
public record SignUps(Workshop workshop, int coming, int waiting, Set<UUID> came) {
  public SignUps {
    came = Set.copyOf(came);
  }

  public int free() {
    return Math.max(0, workshop.capacity() - coming);
  }

  public boolean isFull() {
    return coming >= workshop.capacity();
  }
}
