package fr.jalon.portal.catalog;

import fr.jalon.portal.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's link in the navigation. */
@Configuration(proxyBeanMethods = false)
class CatalogNavigation {
  @Bean
  NavEntry datasetsEntry() {
    return NavEntry.forAll(10, "catalog.nav.datasets", CatalogPaths.DATASETS);
  }
}
