package fr.jalon.portal.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The levels of an authority in all dimensions. */
public record Profile(List<Level> levels) {
  /** From that level on, a dimension is a strength: more than organized for one service. */
  static final double STRENGTH_FROM = 2.5;

  /** Below that level, a dimension is an obstacle: less than organized for one service. */
  static final double OBSTACLE_BELOW = 2;

  /** As many as one remembers. */
  static final int MOST_TOLD = 3;

  public Profile {
    levels = List.copyOf(levels);
  }

  /** The highest first. */
  public List<Level> strengths() {
    return told(value -> value >= STRENGTH_FROM, Comparator.reverseOrder());
  }

  /** The lowest first. */
  public List<Level> obstacles() {
    return told(value -> value < OBSTACLE_BELOW, Comparator.naturalOrder());
  }

  private List<Level> told(Predicate<Double> which, Comparator<Double> order) {
    return valued()
        .filter(level -> which.test(value(level)))
        .sorted(Comparator.comparing(Profile::value, order))
        .limit(MOST_TOLD)
        .toList();
  }

  /** Mean of the dimensions that have a level; shown with the profile, never alone. */
  public @Nullable Double overall() {
    OptionalDouble mean = valued().mapToDouble(Profile::value).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  public Confidence confidence() {
    return Confidence.of(answered(), concerned());
  }

  public int answered() {
    return levels.stream().mapToInt(Level::answered).sum();
  }

  public int concerned() {
    return levels.stream().mapToInt(Level::concerned).sum();
  }

  private Stream<Level> valued() {
    return levels.stream().filter(level -> level.value() != null);
  }

  private static double value(Level level) {
    return Objects.requireNonNull(level.value());
  }
}
