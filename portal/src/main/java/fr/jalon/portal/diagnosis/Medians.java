package fr.jalon.portal.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The levels of the authorities of a season together, by dimension: a median and nothing of
 * anybody. Empty below {@value #FEWEST} authorities, for one would guess whose they are.
 */
public record Medians(int authorities, Map<String, Double> values) {
  /** Authorities from which a median is told. */
  static final int FEWEST = 5;

  static final Medians NONE = new Medians(0, Map.of());

  public Medians {
    values = Map.copyOf(values);
  }

  static Medians of(List<Profile> profiles) {
    Map<String, List<Double>> values = new HashMap<>();
    for (Profile profile : profiles) {
      for (Level level : profile.levels()) {
        if (level.value() != null) {
          values
              .computeIfAbsent(level.dimension(), none -> new ArrayList<>())
              .add(Objects.requireNonNull(level.value()));
        }
      }
    }
    Map<String, Double> medians = new HashMap<>();
    values.forEach(
        (dimension, all) -> {
          if (all.size() >= FEWEST) {
            medians.put(dimension, median(all));
          }
        });
    return medians.isEmpty() ? NONE : new Medians(profiles.size(), medians);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
