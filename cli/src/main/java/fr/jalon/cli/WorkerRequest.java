package fr.jalon.cli;

import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;

/**
 * One job for a worker, one line of JSON on its standard input.
 *
 * @param verb what to do
 * @param path of the file, absolute
 * @param name the file's name as its owner gave it
 * @param work an existing folder of this job's own, absolute: temporary files and results go there
 * @param accepted the mends to apply; empty for an inspection
 */
public record WorkerRequest(
    Verb verb,
    String path,
    String name,
    long size,
    String work,
    InspectOptions options,
    List<Proposal> accepted) {
  public WorkerRequest {
    accepted = List.copyOf(accepted);
  }

  /** What a worker can be asked. */
  public enum Verb {
    INSPECT,
    REPAIR,
    /** Answers at once, to know that the worker lives. */
    PING,
    /** Works for nobody, so that the worker is fast for the first file. */
    WARM
  }
}
