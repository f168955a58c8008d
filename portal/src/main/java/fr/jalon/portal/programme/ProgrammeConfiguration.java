package fr.jalon.portal.programme;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of the programme: its link in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {
  @Bean
  NavEntry programmeNavigation() {
    Set<String> all =
        Stream.of(Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR, Role.ADMINISTRATOR)
            .map(Role::name)
            .collect(Collectors.toSet());
    return new NavEntry(40, "programme.nav", ProgrammePaths.PROGRAMME, all);
  }
}
