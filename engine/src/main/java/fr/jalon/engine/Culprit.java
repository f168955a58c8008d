package fr.jalon.engine;

import fr.jalon.engine.repair.RepairStep;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several repairs made the work fail: one cannot go on without knowing which to undo. */
final class Culprit {
  /** Code of the refusal that names it, as its parameter "step". */
  static final String REFUSAL = "repair-failed";

  private Culprit() {}

  /** Applies one step alone, and throws when it cannot be. */
  @FunctionalInterface
  interface Trial {
    void apply(RepairStep step) throws IOException, UnreadableFile;
  }

  /** The first step that fails by itself, null when each does well alone. */
  static @Nullable RepairStep find(List<RepairStep> steps, Trial trial)
      throws IOException, UnreadableFile {
    for (RepairStep step : steps) {
      try {
        trial.apply(step);
      } catch (RuntimeException | StackOverflowError fault) {
        return step;
      }
    }
    return null;
  }
}
