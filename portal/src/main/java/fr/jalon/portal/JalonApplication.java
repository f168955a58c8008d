package fr.jalon.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The web application: one process, one database, one folder of files. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JalonApplication {
  /** Starts the portal; every setting is in {@code application.yaml} or the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(JalonApplication.class, arguments);
  }
}
