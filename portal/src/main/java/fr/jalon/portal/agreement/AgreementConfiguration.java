package fr.jalon.portal.agreement;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of agreements: its link in the navigation. */
@Configuration(proxyBeanMethods = false)
class AgreementConfiguration {
  @Bean
  NavEntry agreementNavigation() {
    return new NavEntry(
            50,
            "agreement.nav",
            "/conventions",
            Set.of(
                Role.FOCAL_POINT.name(),
                Role.FACILITATOR.name(),
                Role.FINANCE.name(),
                Role.ADMINISTRATOR.name()))
        .ofManagement();
  }
}
