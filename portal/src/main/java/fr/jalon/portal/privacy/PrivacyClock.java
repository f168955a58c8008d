package fr.jalon.portal.privacy;

import fr.jalon.portal.web.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes away at night what is past its time. Every server wakes up; the database says which one.
 */
@Component
class PrivacyClock implements DisposableBean {
  private static final Duration EVERY = Duration.ofMinutes(30);

  /** Hours of the night, when nobody waits for a page. */
  private static final int FROM_HOUR = 2;

  private static final int TO_HOUR = 6;
  private static final Logger log = LoggerFactory.getLogger(PrivacyClock.class);

  private final Retentions retentions;
  private final RetentionRows rows;
  private final Clock time;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "privacy");
            thread.setDaemon(true);
            return thread;
          });

  PrivacyClock(Retentions retentions, RetentionRows rows, Clock time) {
    this.retentions = retentions;
    this.rows = rows;
    this.time = time;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    clock.scheduleWithFixedDelay(this::run, 150, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  void run() {
    ZonedDateTime now = time.instant().atZone(Messages.PARIS);
    if (now.getHour() < FROM_HOUR || now.getHour() >= TO_HOUR) {
      return;
    }
    try {
      if (rows.begin(now.toLocalDate())) {
        retentions.apply();
      }
    } catch (RuntimeException databaseAway) {
      log.warn("What is past its time waits: {}", databaseAway.getMessage());
    }
  }
}
