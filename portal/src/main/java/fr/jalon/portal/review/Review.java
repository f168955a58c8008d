package fr.jalon.portal.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report made of facts.
 *
 * @param beneficiaryId whose it is, null for a season's
 * @param phase key of the phase it is about, "" for the whole
 * @param frozen null while it follows the facts
 */
public record Review(
    UUID id,
    Kind kind,
    UUID seasonId,
    @Nullable UUID beneficiaryId,
    String phase,
    Instant begunAt,
    @Nullable Frozen frozen) {
  /** What a report is about. */
  public enum Kind {
    /** A phase of a beneficiary. */
    STAGE,
    /** The whole accompaniment of a beneficiary. */
    CLOSING,
    /** A season. */
    SEASON
  }

  /**
   * What it said when somebody froze it.
   *
   * @param sha256 of the kept text of what it said
   */
  public record Frozen(Said said, String sha256, String by, Instant at) {}

  /**
   * All that it says.
   *
   * @param texts what stands in each passage, proposed or written
   */
  public record Said(Content content, List<Text> texts) {
    public Said {
      texts = List.copyOf(texts);
    }
  }

  /** What stands in a passage. */
  public record Text(Passage passage, String text) {}

  /**
   * A report as lists name it, without what it says: that of a season is long.
   *
   * @param frozenAt null while it follows the facts
   */
  public record Listed(
      UUID id,
      Kind kind,
      @Nullable UUID beneficiaryId,
      String phase,
      Instant begunAt,
      @Nullable Instant frozenAt) {
    public boolean isFrozen() {
      return frozenAt != null;
    }

    public String href() {
      return ReviewPaths.review(id);
    }
  }

  public boolean isFrozen() {
    return frozen != null;
  }

  public String href() {
    return ReviewPaths.review(id);
  }
}
