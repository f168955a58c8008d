package fr.jalon.portal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is asked of the database meanwhile. */
public final class Statements {
  private Statements() {}

  /** How many this thread asks. */
  public static int of(Runnable work) {
    String here = Thread.currentThread().getName();
    return of(work, here::equals);
  }

  /** How many all threads ask: a page is made by another. */
  public static int ofAll(Runnable work) {
    return of(work, thread -> true);
  }

  private static int of(Runnable work, Predicate<String> threads) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = logger.getLevel();
    boolean additive = logger.isAdditive();
    ListAppender<ILoggingEvent> asked = new ListAppender<>();
    asked.start();
    logger.addAppender(asked);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    try {
      work.run();
    } finally {
      logger.detachAppender(asked);
      logger.setLevel(before);
      logger.setAdditive(additive);
    }
    return (int)
        asked.list.stream()
            .filter(event -> threads.test(event.getThreadName()))
            .filter(event -> event.getMessage().startsWith("Executing prepared SQL"))
            .count();
  }
}
