package fr.jalon.portal.web;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A demonstration is for whoever started it: its passwords are on their terminal and its mails on a
 * page. It listens on this machine alone, unless {@code server.address} says otherwise.
 */
@Configuration(proxyBeanMethods = false)
class DemoAddress {
  private static final byte[] THIS_MACHINE = {127, 0, 0, 1};

  @Bean
  WebServerFactoryCustomizer<ConfigurableWebServerFactory> listenHereOnly(
      PortalSettings portal, @Value("${server.address:}") String address) {
    return factory -> {
      if (portal.demo() && address.isBlank()) {
        factory.setAddress(thisMachine());
      }
    };
  }

  private static InetAddress thisMachine() {
    try {
      return InetAddress.getByAddress("localhost", THIS_MACHINE);
    } catch (java.net.UnknownHostException fourBytesAreAnAddress) {
      throw new IllegalStateException(fourBytesAreAnAddress);
    }
  }
}
