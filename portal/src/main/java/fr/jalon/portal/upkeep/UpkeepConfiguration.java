package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of upkeep: its link in the navigation. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {
  @Bean
  NavEntry upkeepNavigation() {
    Set<String> all =
        Stream.of(Role.values())
            .filter(role -> role != Role.TRAINEE)
            .map(Role::name)
            .collect(Collectors.toSet());
    return new NavEntry(30, "upkeep.nav", "/mises-a-jour", all);
  }
}
