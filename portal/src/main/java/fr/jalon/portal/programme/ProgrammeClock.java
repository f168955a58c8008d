package fr.jalon.portal.programme;

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

/** Sends the reminders of the day. Every server does it; the database says which one does what. */
@Component
class ProgrammeClock implements DisposableBean {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Logger log = LoggerFactory.getLogger(ProgrammeClock.class);

  private final MeetingReminders reminders;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "programme");
            thread.setDaemon(true);
            return thread;
          });

  ProgrammeClock(MeetingReminders reminders) {
    this.reminders = reminders;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    clock.scheduleWithFixedDelay(this::run, 120, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  private void run() {
    try {
      reminders.send();
    } catch (RuntimeException databaseAway) {
      log.warn("Reminders of meetings wait: {}", databaseAway.getMessage());
    }
  }
}
