package fr.jalon.portal.deposit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.jalon.portal.storage.StorageProblem;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.worker.MachineTrouble;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A queue of work in a table of the database: asked in the transaction that needs it, done by any
 * server, done again by another when the one that began is killed. May be stopped and started.
 */
final class JobQueue {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** A server silent this many heartbeats is dead: its jobs are taken over after 8 seconds. */
  private static final int MISSED_HEARTBEATS = 4;

  private static final int THREADS = 4;

  /** A pause before the next try: a second, then twice the last one. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** A day of them: a disk that fills up at night is seen to in the morning. */
  private static final int ATTEMPTS_OF_A_MACHINE_IN_TROUBLE =
      (int) Duration.ofDays(1).dividedBy(LONGEST_PAUSE);

  private final String table;
  private final int attempts;
  private final DataSource database;
  private final Clock clock;
  private final Work waiting;
  private final Work givenUp;
  private final OneTimeTask<Void> task;
  private final SchedulerClient client;
  private volatile @Nullable Scheduler scheduler;

  /**
   * @param table of this queue alone
   * @param attempts tries of one job before it is given up; a machine in trouble is given a day
   * @param waiting told that a job waits for the machine
   */
  JobQueue(
      String name,
      String table,
      int attempts,
      DataSource database,
      Clock clock,
      Work work,
      Work waiting,
      Work givenUp) {
    this.table = table;
    this.attempts = attempts;
    this.database = database;
    this.clock = clock;
    this.waiting = waiting;
    this.givenUp = givenUp;
    this.task =
        Tasks.oneTime(name)
            .onFailure(this::failed)
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Ticket ticket = Ticket.of(instance.getId());
                  work.run(ticket.of(), ticket.number());
                });
    this.client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), task)
            .tableName(table)
            .build();
  }

  /** What is done of a job: the thing worked on, and which of its jobs it is. */
  interface Work {
    void run(UUID of, int number);
  }

  /** Asks for a job, done once the current transaction is. */
  void ask(UUID of, int number) {
    client.scheduleIfNotExists(task.instance(new Ticket(of, number).text()), clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Scheduler running = scheduler;
            if (running != null) {
              running.triggerCheckForDueExecutions();
            }
          }
        });
  }

  private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    Ticket ticket = Ticket.of(complete.getExecution().taskInstance.getId());
    int failures = complete.getExecution().consecutiveFailures;
    boolean machine = complete.getCause().filter(JobQueue::isOfTheMachine).isPresent();
    if (failures + 1 < (machine ? ATTEMPTS_OF_A_MACHINE_IN_TROUBLE : attempts)) {
      if (machine) {
        waiting.run(ticket.of(), ticket.number());
      }
      operations.reschedule(complete, clock.instant().plus(pause(failures)));
      return;
    }
    givenUp.run(ticket.of(), ticket.number());
    operations.remove();
  }

  static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** A full disk, a worker killed or without a processor: it goes by, and nothing is to be done. */
  private static boolean isOfTheMachine(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof MachineTrouble
          || (cause instanceof Rejected rejected
              && rejected.problem() == StorageProblem.DISK_FULL)) {
        return true;
      }
    }
    return false;
  }

  /** The library's scheduler starts only once, so each start makes its own. */
  void start() {
    Scheduler fresh =
        Scheduler.create(database, task)
            .tableName(table)
            .threads(THREADS)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .enableImmediateExecution()
            .shutdownMaxWait(Duration.ofSeconds(2))
            .build();
    fresh.start();
    scheduler = fresh;
  }

  void stop() {
    Scheduler running = scheduler;
    scheduler = null;
    if (running != null) {
      running.stop();
    }
  }

  boolean isRunning() {
    return scheduler != null;
  }

  /** Which job of which thing, as the name of a task. */
  private record Ticket(UUID of, int number) {
    String text() {
      return of + " " + number;
    }

    static Ticket of(String text) {
      int space = text.indexOf(' ');
      return new Ticket(
          UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }
  }
}
