package fr.jalon.portal.catalog;

import fr.jalon.portal.storage.UnusedFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes files from the store when nothing uses them any more, once the erasure is written: at
 * once, and every hour what could not be (a killed server, bytes that were just received again).
 */
@Component
public class Erasures implements DisposableBean {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(Erasures.class);

  private final JdbcClient jdbc;
  private final UnusedFiles unused;
  private final TransactionTemplate apart;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "catalog-erasures");
            thread.setDaemon(true);
            return thread;
          });

  Erasures(JdbcClient jdbc, UnusedFiles unused, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.unused = unused;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    hourly.scheduleWithFixedDelay(this::run, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    hourly.shutdownNow();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(VersionErased erased) {
    run();
  }

  /** Has a file removed after the current transaction, unless something still uses it then. */
  public void ask(String sha256) {
    jdbc.sql(
            """
            insert into catalog.erasure (sha256, asked_at) values (:sha256, now())
            on conflict (sha256) do nothing
            """)
        .param("sha256", sha256)
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            run();
          }
        });
  }

  /** Whatever is left to remove is removed now, or waits for the next hour. */
  void run() {
    try {
      apart.executeWithoutResult(begun -> hashes().forEach(this::remove));
    } catch (RuntimeException databaseAway) {
      log.warn("Erased files wait for the next hour: {}", databaseAway.getMessage());
    }
  }

  private List<String> hashes() {
    return jdbc.sql("select sha256 from catalog.erasure order by asked_at")
        .query(String.class)
        .list();
  }

  private void remove(String sha256) {
    try {
      if (unused.remove(sha256) != UnusedFiles.Outcome.TOO_EARLY) {
        jdbc.sql("delete from catalog.erasure where sha256 = :sha256")
            .param("sha256", sha256)
            .update();
      }
    } catch (IOException disk) {
      log.warn("The file {} waits for the next hour: {}", sha256, disk.getMessage());
    }
  }
}
