package fr.jalon.portal.web.body;

import fr.jalon.portal.web.LargeBodies;
import fr.jalon.portal.web.UploadSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link BodyFirst} in the server, and says in words which bodies were refused. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {
  private static final String WAIT_SECONDS = "5";

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesFirst(
      ObjectProvider<MultipartConfigElement> uploads,
      UploadSettings settings,
      @Value("${jalon.storage.reserve:1GB}") DataSize reserve,
      ObjectProvider<LargeBodies> rooms) {
    return factory ->
        factory.addConnectorCustomizers(
            connector ->
                connector.addLifecycleListener(
                    event -> {
                      if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType())) {
                        Path folder = Path.of(uploads.getObject().getLocation());
                        putFirst(
                            connector,
                            new Intake(
                                folder,
                                settings.maxRequestSize(),
                                reserve.toBytes(),
                                rooms::orderedStream));
                      }
                    }));
  }

  private static void putFirst(Connector connector, Intake intake) {
    ProtocolHandler handler = connector.getProtocolHandler();
    handler.setAdapter(new BodyFirst(handler.getAdapter(), intake));
  }

  /** Before anything looks into the request: what it asks is in the body that was refused. */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> sayRefusedBodies() {
    var registration =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (!(request.getAttribute(BodyFirst.REFUSED) instanceof Refusal refusal)
                    || refusal == Refusal.FROM_A_STRANGER) {
                  request.setAttribute(
                      LargeBodies.TOO_LONG_A_FORM,
                      request.getAttribute(BodyFirst.REFUSED) == Refusal.FROM_A_STRANGER);
                  chain.doFilter(request, response);
                  return;
                }
                if (refusal.status() == HttpStatus.TOO_MANY_REQUESTS) {
                  response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
                }
                response.sendError(refusal.status().value());
              }
            });
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }
}
