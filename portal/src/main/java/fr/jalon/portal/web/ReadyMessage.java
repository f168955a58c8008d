package fr.jalon.portal.web;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started the portal where to open it. */
@Component
final class ReadyMessage {
  private final PortalSettings settings;

  ReadyMessage(PortalSettings settings) {
    this.settings = settings;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void print(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      System.out.println(
          "\nJalon est prêt : http://localhost:"
              + context.getWebServer().getPort()
              + "  (adresse publique : "
              + settings.url()
              + ")");
    }
  }
}
