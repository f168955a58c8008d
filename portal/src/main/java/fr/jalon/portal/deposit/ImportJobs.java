package fr.jalon.portal.deposit;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The queue of files to be taken from other sites, apart from that of {@link DepositJobs}: a site
 * that trickles holds up no reading of a file that is here.
 */
@Component
class ImportJobs implements SmartLifecycle {
  private static final String TABLE = "deposit.scheduled_import";
  private static final int ATTEMPTS = 2;

  private final JobQueue queue;

  ImportJobs(ImportRows rows, ImportWork work, DataSource database, Clock clock) {
    this.queue =
        new JobQueue(
            "import",
            TABLE,
            ATTEMPTS,
            database,
            clock,
            work::run,
            (id, attempt) -> {},
            rows::failed);
  }

  /** Asks for the file once the current transaction is done. */
  void start(UUID id, int attempt) {
    queue.ask(id, attempt);
  }

  @Override
  public void start() {
    queue.start();
  }

  @Override
  public void stop() {
    queue.stop();
  }

  @Override
  public boolean isRunning() {
    return queue.isRunning();
  }
}
