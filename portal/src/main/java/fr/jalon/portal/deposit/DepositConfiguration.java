package fr.jalon.portal.deposit;

import fr.jalon.portal.web.NavEntry;
import jakarta.servlet.MultipartConfigElement;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Wires the room of deposits: its link in the navigation, the size of a file sent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DepositSettings.class)
class DepositConfiguration {
  @Bean
  NavEntry depositNavigation() {
    return new NavEntry(
        20,
        "deposit.nav",
        "/depots",
        Set.of("AGENT", "FOCAL_POINT", "FACILITATOR", "ADMINISTRATOR"));
  }

  /** Files sent go to the disk at once, whatever their size. */
  @Bean
  MultipartConfigElement multipartConfig(DepositSettings settings) {
    MultipartConfigFactory factory = new MultipartConfigFactory();
    factory.setMaxFileSize(settings.largestFile());
    factory.setMaxRequestSize(DataSize.ofBytes(settings.largestFile().toBytes() + 1_000_000));
    factory.setFileSizeThreshold(DataSize.ofBytes(0));
    return factory.createMultipartConfig();
  }
}
