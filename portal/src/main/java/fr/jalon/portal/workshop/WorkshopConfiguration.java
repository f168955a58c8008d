package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.NavEntry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the room of workshops: its links in the navigation, the gate of those who practise. */
@Configuration(proxyBeanMethods = false)
class WorkshopConfiguration {
  @Bean
  NavEntry workshopNavigation() {
    Set<String> all =
        Stream.of(Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR, Role.ADMINISTRATOR)
            .map(Role::name)
            .collect(Collectors.toSet());
    return new NavEntry(43, "workshop.nav", WorkshopPaths.WORKSHOPS, all);
  }

  @Bean
  NavEntry exerciseNavigation() {
    return new NavEntry(
        10, "workshop.nav.exercise", WorkshopPaths.EXERCISE, Set.of(Role.TRAINEE.name()));
  }

  @Bean
  WebMvcConfigurer gatedDeposits(ObjectProvider<PracticeGate> gate) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PracticeGate.Late(gate)).addPathPatterns("/depots/**");
      }
    };
  }
}
