package fr.jalon.portal.help;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.AskEntry;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of help: its links in the navigation and at the foot of pages. */
@Configuration(proxyBeanMethods = false)
class HelpConfiguration {
  @Bean
  NavEntry helpNavigation() {
    Set<String> all =
        Stream.of(Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR, Role.ADMINISTRATOR)
            .map(Role::name)
            .collect(Collectors.toSet());
    return new NavEntry(45, "help.nav", HelpPaths.HELP, all);
  }

  @Bean
  AskEntry askFromPages() {
    return new AskEntry(
        "help.ask",
        HelpPaths.ASK,
        Set.of("/programme", "/conventions", "/mises-a-jour"),
        Set.of(Role.AGENT.name(), Role.FOCAL_POINT.name()));
  }
}
