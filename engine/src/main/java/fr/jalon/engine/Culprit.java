package fr.jalon.engine;

import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of several mends made the work fail: one cannot go on without knowing which to undo. */
final class Culprit {
  /** Code of the refusal that names it, as its parameter "step". */
  static final String REFUSAL = "repair-failed";

  private Culprit() {}

  /** Applies one proposal alone, and throws when it cannot be. */
  @FunctionalInterface
  interface Trial {
    void apply(Proposal proposal) throws IOException, UnreadableFile;
  }

  /** The first proposal that fails by itself, null when each does well alone. */
  static @Nullable Proposal find(List<Proposal> proposals, Trial trial)
      throws IOException, UnreadableFile {
    for (Proposal proposal : proposals) {
      try {
        trial.apply(proposal);
      } catch (RuntimeException | StackOverflowError fault) {
        return proposal;
      }
    }
    return null;
  }
}
