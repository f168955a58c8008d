package fr.jalon.portal.worker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The processes that parse files.
 *
 * @param count how many run at once; as many files are read at a time
 * @param heap the memory each may use for Java objects; what it uses beside is limited too
 * @param deadline how long a small file may take
 * @param deadlinePerMegabyte how much longer each million bytes may take
 * @param warm whether a new one reads a table of ours first, so that nobody's file waits for it
 * @param classpath of the processes; empty for the portal's own
 */
@ConfigurationProperties("jalon.worker")
record WorkerSettings(
    @DefaultValue("2") @Min(1) @Max(64) int count,
    @DefaultValue("512MB") DataSize heap,
    @DefaultValue("60s") Duration deadline,
    @DefaultValue("1s") Duration deadlinePerMegabyte,
    @DefaultValue("true") boolean warm,
    @DefaultValue("") String classpath) {
  /** How long a file of that size may take. */
  Duration deadlineFor(long size) {
    return deadline.plus(deadlinePerMegabyte.multipliedBy(size / 1_000_000));
  }
}
