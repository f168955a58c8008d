package fr.jalon.portal.fetch;

import java.io.IOException;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Has the portal fetch from a site of this machine; one portal for all the classes that ask. */
@TestConfiguration
public class SiteToFetch {
  @Bean
  TestSite site() throws IOException {
    return new TestSite();
  }

  @Bean
  @Primary
  Fetcher fetcherOfTheSite(TestSite site) {
    return site.fetcher();
  }
}
