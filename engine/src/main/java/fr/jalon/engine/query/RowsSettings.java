package fr.jalon.engine.query;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param storage the only folder whose files may be read
 * @param temporary where large sorts may spill; made if missing
 * @param memoryMegabytes what DuckDB may use, outside Java's heap
 * @param connections questions answered at once; the others wait
 * @param timeout for one question, waiting included twice at most
 */
public record RowsSettings(
    Path storage,
    Path temporary,
    int memoryMegabytes,
    int threads,
    int connections,
    Duration timeout) {
  public RowsSettings {
    if (memoryMegabytes < 64 || threads < 1 || connections < 1 || timeout.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "wanted at least 64 MB, 1 thread, 1 connection and 1 second, got "
              + memoryMegabytes
              + ", "
              + threads
              + ", "
              + connections
              + " and "
              + timeout);
    }
  }

  /** What suits a small server. */
  public static RowsSettings of(Path storage, Path temporary) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new RowsSettings(
        storage, temporary, 384, Math.min(4, processors), 8, Duration.ofSeconds(10));
  }
}
