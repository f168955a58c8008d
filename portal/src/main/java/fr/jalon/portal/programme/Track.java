package fr.jalon.portal.programme;

import java.util.List;
import java.util.Optional;

/** What a season leads its beneficiaries through: phases, and their stages in order. */
public record Track(List<Phase> phases) {
  public Track {
    phases = List.copyOf(phases);
    List<String> keys =
        phases.stream().flatMap(phase -> phase.stages().stream()).map(Stage::key).toList();
    if (keys.isEmpty() || keys.stream().distinct().count() != keys.size()) {
      throw new IllegalArgumentException("a track has stages, each of its own key; got: " + keys);
    }
  }

  public List<Stage> stages() {
    return phases.stream().flatMap(phase -> phase.stages().stream()).toList();
  }

  public Optional<Stage> findStage(String key) {
    return stages().stream().filter(stage -> stage.key().equals(key)).findFirst();
  }
}
