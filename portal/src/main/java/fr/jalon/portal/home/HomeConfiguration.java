package fr.jalon.portal.home;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the roof: its links in the navigation. */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {
  @Bean
  NavEntry boardNavigation() {
    return new NavEntry(
        1,
        "home.nav",
        BoardController.PATH,
        Set.of(Role.FACILITATOR.name(), Role.ADMINISTRATOR.name()));
  }

  @Bean
  NavEntry ownNavigation() {
    return new NavEntry(
        1,
        "home.own.nav",
        BoardController.PATH,
        Set.of(Role.AGENT.name(), Role.FOCAL_POINT.name()));
  }

  @Bean
  NavEntry moneyNavigation() {
    return new NavEntry(
            45,
            "home.money.nav",
            MoneyController.PATH,
            Set.of(Role.FINANCE.name(), Role.ADMINISTRATOR.name()))
        .ofManagement();
  }
}
