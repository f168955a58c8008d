package fr.jalon.portal.deposit;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The queue of work on deposits.
 *
 * <p>Only the last job asked for a deposit counts; an earlier one still running writes nothing.
 */
@Component
class DepositJobs implements SmartLifecycle {
  private static final String TABLE = "deposit.scheduled_task";
  private static final int ATTEMPTS = 3;

  private final DepositRows rows;
  private final JobQueue queue;

  DepositJobs(
      DepositRows rows,
      DepositWork work,
      TransactionTemplate transaction,
      DataSource database,
      Clock clock) {
    this.rows = rows;
    this.queue =
        new JobQueue(
            "deposit",
            TABLE,
            ATTEMPTS,
            database,
            clock,
            (deposit, number) -> {
              if (work.run(deposit, number)) {
                transaction.executeWithoutResult(
                    begun -> rows.findForUpdate(deposit).ifPresent(this::startIfNeeded));
              }
            },
            (deposit, number) -> rows.failed(deposit, number, null));
  }

  /** Asks for a job once the current transaction is done, in the place of any other. */
  void start(UUID depositId, Job job) {
    queue.ask(depositId, rows.startJob(depositId, job));
  }

  /** Asks for the repairs to be applied, unless they are or soon will be. */
  void startIfNeeded(Deposit deposit) {
    if (deposit.outcome() == null && deposit.job().job() != Job.REPAIR) {
      start(deposit.id(), Job.REPAIR);
    }
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
