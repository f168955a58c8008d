package fr.jalon.portal.culture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody made of the data.
 *
 * @param address of a page elsewhere; nothing of ours opens it
 * @param author who made it, as they want to be named
 * @param shownAt since when all see it, null before
 * @param datasets those it was made of that are published
 */
public record Reuse(
    UUID id,
    String title,
    String address,
    Kind kind,
    String author,
    String words,
    Instant proposedAt,
    State state,
    @Nullable Instant shownAt,
    int revision,
    List<Source> datasets) {
  public Reuse {
    datasets = List.copyOf(datasets);
  }

  /** The host of its address: "carte.exemple.fr". */
  public String site() {
    return address.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/?#:].*$", "");
  }

  public enum State {
    PROPOSED,
    SHOWN,
    SET_ASIDE
  }

  /** What data.gouv.fr calls the type of a reuse, those that people here make. */
  public enum Kind {
    MAP,
    ARTICLE,
    APPLICATION,
    STUDY,
    TEACHING,
    OTHER
  }

  /** A dataset it was made of. */
  public record Source(UUID id, String title, String href) {}
}
