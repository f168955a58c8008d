package fr.jalon.portal.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: a name that never changes, and up to two versions one can look at now.
 *
 * @param slug its name in addresses; earlier ones redirect to it
 * @param publisherId the organization it belongs to
 * @param published what all see, null before the first publication
 * @param sandbox what waits for its publication, null when nothing does
 * @param tombstone what stands in the place of what was published, null unless it was withdrawn
 */
public record Dataset(
    UUID id,
    String slug,
    UUID publisherId,
    @Nullable Version published,
    @Nullable Version sandbox,
    @Nullable Tombstone tombstone,
    Instant createdAt,
    Instant updatedAt) {
  public Dataset {
    if (published == null && sandbox == null && tombstone == null) {
      throw new IllegalArgumentException("dataset " + id + " has no version");
    }
    if (published != null && tombstone != null) {
      throw new IllegalArgumentException("dataset " + id + " is published and withdrawn");
    }
  }

  /** Whether all may see it; a published dataset stays so while its next version rehearses. */
  public Visibility visibility() {
    if (tombstone != null) {
      return Visibility.WITHDRAWN;
    }
    return published == null ? Visibility.SANDBOX : Visibility.PUBLISHED;
  }

  /**
   * The version all see; for its own people alone, the one that was withdrawn or the one in the
   * sandbox before the first publication.
   */
  public Version current() {
    if (published != null) {
      return published;
    }
    if (tombstone != null) {
      return tombstone.version();
    }
    if (sandbox == null) {
      throw new IllegalStateException("dataset " + id + " has no version");
    }
    return sandbox;
  }

  public String title() {
    return current().description().title();
  }
}
