package fr.jalon.portal.home.signal;

import java.util.Map;

/** The thresholds of a season. */
public record Limits(Map<Threshold, Integer> changed) {
  public static final Limits USUAL = new Limits(Map.of());

  public Limits {
    changed = Map.copyOf(changed);
  }

  public int of(Threshold threshold) {
    return changed.getOrDefault(threshold, threshold.usual());
  }
}
