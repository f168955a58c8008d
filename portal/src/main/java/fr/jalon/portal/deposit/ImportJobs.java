package fr.jalon.portal.deposit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue of files to be taken from other sites, in the database as that of {@link DepositJobs}
 * and apart from it: a site that trickles holds up no reading of a file that is here.
 */
@Component
class ImportJobs implements SmartLifecycle {
  private static final String TABLE = "deposit.scheduled_import";
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;
  private static final int ATTEMPTS = 2;
  private static final int THREADS = 4;

  private final ImportRows rows;
  private final Clock clock;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  private final SchedulerClient client;

  ImportJobs(ImportRows rows, ImportWork work, DataSource database, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    this.task =
        Tasks.oneTime("import")
            .onFailure(this::failed)
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Ticket ticket = Ticket.of(instance.getId());
                  work.run(ticket.id(), ticket.attempt());
                });
    this.scheduler =
        Scheduler.create(database, task)
            .tableName(TABLE)
            .threads(THREADS)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .enableImmediateExecution()
            .shutdownMaxWait(Duration.ofSeconds(2))
            .build();
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task)
            .tableName(TABLE)
            .build();
  }

  /** Asks for the file once the current transaction is done. */
  void start(UUID id, int attempt) {
    client.scheduleIfNotExists(task.instance(new Ticket(id, attempt).text()), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    if (complete.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
      operations.reschedule(complete, clock.instant().plusSeconds(1));
      return;
    }
    Ticket ticket = Ticket.of(complete.getExecution().taskInstance.getId());
    rows.failed(ticket.id(), ticket.attempt());
    operations.remove();
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return scheduler.getSchedulerState().isStarted()
        && !scheduler.getSchedulerState().isShuttingDown();
  }

  /** Which try of which import, as the name of a task. */
  private record Ticket(UUID id, int attempt) {
    String text() {
      return id + " " + attempt;
    }

    static Ticket of(String text) {
      int space = text.indexOf(' ');
      return new Ticket(
          UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }
  }
}
