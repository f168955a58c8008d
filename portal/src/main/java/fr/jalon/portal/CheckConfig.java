package fr.jalon.portal;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Trial;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Tries what the settings name (the database, the storage, the mail server) without starting the
 * portal, and prints a line for each. Ends with 1 when one of them does not work.
 */
public final class CheckConfig {
  private static final int NAME_WIDTH = 18;

  private CheckConfig() {}

  public static void main(String[] arguments) {
    int failed;
    try (ConfigurableApplicationContext settings =
        new SpringApplicationBuilder(OnlyTrials.class)
            .web(WebApplicationType.NONE)
            .properties("logging.level.root=error", "spring.main.banner-mode=off")
            .run(arguments)) {
      List<Trial> trials =
          settings.getBeansOfType(Trial.class).values().stream()
              .sorted(Comparator.comparing(Trial::key).reversed())
              .toList();
      failed = run(trials, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  /** Prints the trials, and counts those that failed. */
  static int run(List<Trial> trials, PrintStream out) {
    Messages messages = Messages.in(Messages.FRENCH);
    int failed = 0;
    for (Trial trial : trials) {
      String state = messages.text("web.trial.good");
      String found;
      try {
        found = trial.run(messages);
      } catch (Exception broken) {
        failed++;
        state = messages.text("web.trial.bad");
        found = String.valueOf(broken.getMessage()).strip();
      }
      out.printf("%-" + NAME_WIDTH + "s%-6s%s%n", messages.text(trial.key()), state, found);
    }
    return failed;
  }

  /** The settings and the trials, and nothing that starts; not itself found by a scan. */
  @ConfigurationPropertiesScan
  @ComponentScan(
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.ASSIGNABLE_TYPE,
              classes = {Trial.class, BeanFactoryPostProcessor.class}))
  static class OnlyTrials {}
}
