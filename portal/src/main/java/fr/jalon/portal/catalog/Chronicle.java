package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that was ever published of a dataset, and when it was seen by all: what it was on any day.
 *
 * @param slug its name in addresses today
 * @param publisherId the organization it belongs to
 * @param versions the first first, withdrawn ones too
 * @param turns when it began or ceased to be seen, the first first
 */
public record Chronicle(
    UUID datasetId, String slug, UUID publisherId, List<Version> versions, List<Turn> turns) {
  public Chronicle {
    versions = List.copyOf(versions);
    turns = List.copyOf(turns);
  }

  /** From that moment on it is seen by all, or is not. */
  public record Turn(Instant at, boolean seen) {}

  /** What all saw of it at a moment, empty when nothing. */
  public Optional<Version> on(Instant moment) {
    boolean seen = false;
    for (Turn turn : turns) {
      if (!turn.at().isAfter(moment)) {
        seen = turn.seen();
      }
    }
    return seen
        ? versions.stream()
            .filter(version -> isPublishedBy(version, moment))
            .reduce((former, last) -> last)
        : Optional.empty();
  }

  /** The version whose data a version has: itself, or the earlier one that it repeats. */
  public Version origin(Version version) {
    Version origin = version;
    Integer repeats = version.repeats();
    while (repeats != null) {
      int number = repeats;
      Version earlier =
          versions.stream().filter(one -> one.number() == number).findFirst().orElse(null);
      if (earlier == null || earlier.number() >= origin.number()) {
        return origin;
      }
      origin = earlier;
      repeats = origin.repeats();
    }
    return origin;
  }

  /** When all saw it first. */
  public Optional<Instant> firstSeen() {
    return turns.stream().filter(Turn::seen).map(Turn::at).findFirst();
  }

  private static boolean isPublishedBy(Version version, Instant moment) {
    Instant published = version.publishedAt();
    return published != null && !published.isAfter(moment);
  }
}
