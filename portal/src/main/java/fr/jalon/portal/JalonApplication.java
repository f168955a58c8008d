package fr.jalon.portal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The web application: one process, one database, one folder of files. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JalonApplication {
  /** Starts the portal; every setting is in {@code application.yaml} or the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(JalonApplication.class, arguments);
  }

  /** Ticks in microseconds, as PostgreSQL keeps time: what is read back equals what was written. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
