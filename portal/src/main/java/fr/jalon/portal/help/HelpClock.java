package fr.jalon.portal.help;

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

/** Looks for silences. Every server does it; the database says which one does what. */
@Component
class HelpClock implements DisposableBean {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Logger log = LoggerFactory.getLogger(HelpClock.class);

  private final Silence silence;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "help");
            thread.setDaemon(true);
            return thread;
          });

  HelpClock(Silence silence) {
    this.silence = silence;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    clock.scheduleWithFixedDelay(this::run, 150, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  private void run() {
    try {
      silence.look();
    } catch (RuntimeException databaseAway) {
      log.warn("Reminders of answers wait: {}", databaseAway.getMessage());
    }
  }
}
