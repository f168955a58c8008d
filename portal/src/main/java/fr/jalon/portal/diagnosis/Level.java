package fr.jalon.portal.diagnosis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an authority is in a dimension: 0 absent, 1 now and then, 2 organized for one service, 3
 * for the whole authority, 4 followed and improved.
 *
 * @param computed from the answers, null when none tells
 * @param adjustment what a facilitator made of it, null for nothing; both are shown
 * @param concerned questions that concern the authority
 * @param answered those that it answered otherwise than by "ne sait pas"
 * @param evidence the answers it comes from
 */
public record Level(
    String dimension,
    String title,
    @Nullable Double computed,
    @Nullable Adjustment adjustment,
    int concerned,
    int answered,
    List<Evidence> evidence) {
  public static final double HIGHEST = 4;

  public Level {
    evidence = List.copyOf(evidence);
    if (answered > concerned) {
      throw new IllegalArgumentException(answered + " answers to " + concerned + " questions");
    }
  }

  /**
   * @param level null for what was computed
   */
  public record Adjustment(@Nullable Double level, String reason, String by, Instant at) {}

  /**
   * An answer that a level comes from.
   *
   * @param level it tells of, null for none
   */
  public record Evidence(
      String question, String answer, @Nullable Double level, double weight, String who) {}

  /** The one that counts. */
  public @Nullable Double value() {
    Adjustment made = adjustment;
    return made == null || made.level() == null ? computed : made.level();
  }

  public Confidence confidence() {
    return Confidence.of(answered, concerned);
  }

  Level adjusted(@Nullable Adjustment made) {
    return new Level(dimension, title, computed, made, concerned, answered, evidence);
  }
}
