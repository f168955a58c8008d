package fr.jalon.portal.account;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes, every hour, what this room no longer needs: old links, failed tries. */
@Component
class Housekeeping implements DisposableBean {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final Accounts accounts;
  private final Attempts attempts;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "account-housekeeping");
            thread.setDaemon(true);
            return thread;
          });

  Housekeeping(Accounts accounts, Attempts attempts) {
    this.accounts = accounts;
    this.attempts = attempts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    hourly.scheduleWithFixedDelay(this::run, 60, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    hourly.shutdownNow();
  }

  void run() {
    try {
      accounts.forgetOld();
      attempts.forgetOld();
    } catch (RuntimeException databaseAway) {
      log.warn("Housekeeping waits for its next hour: {}", databaseAway.getMessage());
    }
  }
}
