package fr.jalon.cli;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON on a worker's standard output. A job is answered by any number of PROGRESS
 * lines, then one DONE or one FAILED.
 *
 * @param stage of the progress, null otherwise
 * @param share of the stage done, 0 to 1
 * @param message for the log, in English, when FAILED: a fault of the machine or of Jalon, never of
 *     the file
 */
public record WorkerReply(
    Kind kind,
    @Nullable String stage,
    double share,
    @Nullable Inspection inspection,
    @Nullable Export export,
    @Nullable String message) {
  /** What a line says. */
  public enum Kind {
    PROGRESS,
    DONE,
    FAILED
  }

  static WorkerReply progress(String stage, double share) {
    return new WorkerReply(Kind.PROGRESS, stage, share, null, null, null);
  }

  static WorkerReply done(@Nullable Inspection inspection, @Nullable Export export) {
    return new WorkerReply(Kind.DONE, null, 1, inspection, export, null);
  }

  static WorkerReply failed(String message) {
    return new WorkerReply(Kind.FAILED, null, 0, null, null, message);
  }
}
