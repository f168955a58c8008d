package fr.jalon.portal.deposit;

import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of deposits: its link in the navigation. */
@Configuration(proxyBeanMethods = false)
class DepositConfiguration {
  @Bean
  NavEntry depositNavigation() {
    return new NavEntry(
        20,
        "deposit.nav",
        "/depots",
        Set.of("AGENT", "FOCAL_POINT", "FACILITATOR", "ADMINISTRATOR"));
  }
}
