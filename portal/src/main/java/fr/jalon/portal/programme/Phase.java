package fr.jalon.portal.programme;

import java.time.LocalDate;
import java.util.List;

/**
 * A phase of the track.
 *
 * @param until day by which its stages are meant to be done; later they are late
 */
public record Phase(String key, String title, LocalDate until, List<Stage> stages) {
  public Phase {
    stages = List.copyOf(stages);
  }
}
