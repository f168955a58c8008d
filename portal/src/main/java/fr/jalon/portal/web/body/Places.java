package fr.jalon.portal.web.body;

import fr.jalon.portal.web.LargeBodies.Allowance;
import java.util.HashMap;
import java.util.Map;

/** Counts the large bodies on their way, by whom they are counted against. Thread-safe. */
final class Places {
  private final Map<String, Integer> taken = new HashMap<>();

  /** Takes every place of the allowance, or none. */
  synchronized boolean enter(Allowance allowance) {
    boolean free =
        allowance.places().entrySet().stream()
            .allMatch(place -> taken.getOrDefault(place.getKey(), 0) < place.getValue());
    if (free) {
      allowance.places().keySet().forEach(whom -> taken.merge(whom, 1, Integer::sum));
    }
    return free;
  }

  synchronized void leave(Allowance allowance) {
    allowance
        .places()
        .keySet()
        .forEach(whom -> taken.computeIfPresent(whom, (same, n) -> n > 1 ? n - 1 : null));
  }
}
