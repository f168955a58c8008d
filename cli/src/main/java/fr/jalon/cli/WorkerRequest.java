package fr.jalon.cli;

import fr.jalon.engine.Download;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Onto;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job for a worker, one line of JSON on its standard input.
 *
 * @param verb what to do
 * @param path of the file, absolute
 * @param name the file's name as its owner gave it
 * @param work an existing folder of this job's own, absolute: temporary files and results go there
 * @param accepted the mends to apply; empty for an inspection
 * @param onto what the repaired file is put onto, null for the file alone
 * @param download what is wanted of a published file, null for any other verb
 */
public record WorkerRequest(
    Verb verb,
    String path,
    String name,
    long size,
    String work,
    InspectOptions options,
    List<Proposal> accepted,
    @Nullable Onto onto,
    @Nullable Download download) {
  public WorkerRequest {
    accepted = List.copyOf(accepted);
  }

  /** A request about a file alone. */
  public WorkerRequest(
      Verb verb,
      String path,
      String name,
      long size,
      String work,
      InspectOptions options,
      List<Proposal> accepted) {
    this(verb, path, name, size, work, options, accepted, null, null);
  }

  /** The same, put onto rows that are published; null for the file alone. */
  public WorkerRequest withOnto(@Nullable Onto published) {
    return new WorkerRequest(verb, path, name, size, work, options, accepted, published, null);
  }

  /** The same, of a published file, to make another of it. */
  public WorkerRequest withDownload(Download wanted) {
    return new WorkerRequest(verb, path, name, size, work, options, accepted, null, wanted);
  }

  /** What a worker can be asked. */
  public enum Verb {
    INSPECT,
    /** The same, every row written into the work folder with what was found in it. */
    INSPECT_ROWS,
    REPAIR,
    /** Makes of a published file one of another format. */
    DOWNLOAD,
    /** Answers at once, to know that the worker lives. */
    PING,
    /** Works for nobody, so that the worker is fast for the first file. */
    WARM
  }
}
