package fr.jalon.portal.upkeep;

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

/**
 * Does what the day asks: reminders, files to fetch. Every server does it; the database says which
 * one does what.
 */
@Component
class UpkeepClock implements DisposableBean {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Logger log = LoggerFactory.getLogger(UpkeepClock.class);

  private final Reminders reminders;
  private final Schedules schedules;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "upkeep");
            thread.setDaemon(true);
            return thread;
          });

  UpkeepClock(Reminders reminders, Schedules schedules) {
    this.reminders = reminders;
    this.schedules = schedules;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    clock.scheduleWithFixedDelay(this::run, 90, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  void run() {
    each(reminders::send);
    each(schedules::settle);
    each(schedules::ask);
  }

  private static void each(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException databaseAway) {
      log.warn("What the day asks waits: {}", databaseAway.getMessage());
    }
  }
}
