package fr.jalon.engine;

import fr.jalon.engine.format.Source;
import fr.jalon.engine.repair.RepairStep;
import java.io.IOException;
import java.util.List;

/**
 * The engine's verbs. No file, however broken, makes them throw: what cannot be read is an {@link
 * Inspection} with a refusal.
 *
 * <p>Stateless and thread-safe; each call uses the work folder of its source.
 */
public final class Engine {
  private Engine() {}

  /**
   * Reads a file whole: how it is laid out, what it holds, what is wrong and what can be put right.
   */
  public static Inspection inspect(Source source, InspectOptions options, Progress progress)
      throws IOException {
    throw new UnsupportedOperationException("not wired");
  }

  /**
   * Applies the accepted steps, looks again at the result and writes it in every format into {@code
   * source.work()}.
   */
  public static Export repair(
      Source source, InspectOptions options, List<RepairStep> accepted, Progress progress)
      throws IOException {
    throw new UnsupportedOperationException("not wired");
  }
}
