package fr.jalon.portal.guide;

import fr.jalon.portal.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's link in the navigation. */
@Configuration(proxyBeanMethods = false)
class GuideConfiguration {
  @Bean
  NavEntry guidesEntry() {
    return NavEntry.forAll(12, "guide.nav", GuideController.GUIDES);
  }
}
