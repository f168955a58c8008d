package fr.jalon.portal.deposit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
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
 * The queue of work on deposits, in the database: asked in the transaction that needs it, done by
 * any server, done again by another when the one that began is killed.
 *
 * <p>Only the last job asked for a deposit counts; an earlier one still running writes nothing.
 */
@Component
class DepositJobs implements SmartLifecycle {
  private static final String TABLE = "deposit.scheduled_task";
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** A server silent this many heartbeats is dead: its jobs are taken over after 8 seconds. */
  private static final int MISSED_HEARTBEATS = 4;

  private static final int ATTEMPTS = 3;
  private static final int THREADS = 4;

  private final DepositRows rows;
  private final Clock clock;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  private final SchedulerClient client;

  DepositJobs(DepositRows rows, DepositWork work, DataSource database, Clock clock) {
    this.rows = rows;
    this.clock = clock;
    this.task =
        Tasks.oneTime("deposit")
            .onFailure(this::failed)
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Ticket ticket = Ticket.of(instance.getId());
                  work.run(ticket.deposit(), ticket.number());
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

  /** Asks for a job once the current transaction is done, in the place of any other. */
  void start(UUID depositId, Job job) {
    int number = rows.startJob(depositId, job);
    client.scheduleIfNotExists(
        task.instance(new Ticket(depositId, number).text()), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  /** Asks for the repairs to be applied, unless they are or soon will be. */
  void startIfNeeded(Deposit deposit) {
    if (deposit.outcome() == null && deposit.job().job() != Job.REPAIR) {
      start(deposit.id(), Job.REPAIR);
    }
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    if (complete.getExecution().consecutiveFailures + 1 < ATTEMPTS) {
      operations.reschedule(complete, clock.instant().plusSeconds(1));
      return;
    }
    TaskInstance<?> instance = complete.getExecution().taskInstance;
    Ticket ticket = Ticket.of(instance.getId());
    rows.failed(ticket.deposit(), ticket.number(), null);
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

  /** Which job of which deposit, as the name of a task. */
  private record Ticket(UUID deposit, int number) {
    String text() {
      return deposit + " " + number;
    }

    static Ticket of(String text) {
      int space = text.indexOf(' ');
      return new Ticket(
          UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }
  }
}
