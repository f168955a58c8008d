package fr.jalon.portal.privacy;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the room of privacy: its link in the navigation. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
  @Bean
  NavEntry privacyNavigation() {
    return new NavEntry(85, "privacy.nav", PrivacyPaths.KEPT, Set.of(Role.ADMINISTRATOR.name()))
        .ofManagement();
  }
}
