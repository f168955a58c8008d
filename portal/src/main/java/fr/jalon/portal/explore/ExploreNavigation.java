package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's link in the navigation. */
@Configuration(proxyBeanMethods = false)
class ExploreNavigation {
  @Bean
  NavEntry datasetsEntry() {
    return NavEntry.forAll(10, "explore.nav.datasets", CatalogPaths.DATASETS);
  }
}
