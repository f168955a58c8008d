package fr.jalon.portal.home.signal;

import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
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
 * Looks for signals though nobody opens a page, and writes the mails of Mondays. Every server does
 * it; the database says which one does what.
 */
@Component
class SignalClock implements DisposableBean {
  private static final Duration EVERY = Duration.ofMinutes(10);

  /** A day begins for all: what it changes is known within the hour. */
  private static final Duration OLDEST = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(SignalClock.class);

  private final Signals signals;
  private final Digests digests;
  private final Seasons seasons;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "signals");
            thread.setDaemon(true);
            return thread;
          });

  SignalClock(Signals signals, Digests digests, Seasons seasons) {
    this.signals = signals;
    this.digests = digests;
    this.seasons = seasons;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    clock.scheduleWithFixedDelay(this::run, 180, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  private void run() {
    try {
      for (Season season : seasons.list()) {
        orWait("signals", () -> signals.look(season, seasons.now().minus(OLDEST)));
      }
    } catch (RuntimeException failed) {
      log.warn("The seasons cannot be listed: their signals wait", failed);
    }
    orWait("mails of Mondays", digests::send);
  }

  /** What fails for one season stops no other. */
  private static void orWait(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      log.warn("The {} wait", what, failed);
    }
  }
}
