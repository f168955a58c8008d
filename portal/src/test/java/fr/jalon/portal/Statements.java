package fr.jalon.portal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is asked of the database meanwhile. */
public final class Statements {
  private Statements() {}

  /** How many this thread asks. */
  public static int of(Runnable work) {
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
    String here = Thread.currentThread().getName();
    return (int)
        asked.list.stream()
            .filter(event -> event.getThreadName().equals(here))
            .filter(event -> event.getMessage().startsWith("Executing prepared SQL"))
            .count();
  }
}
