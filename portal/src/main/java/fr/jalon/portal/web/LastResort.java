package fr.jalon.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.core.StandardHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what breaks before any page is begun: with the database away, the session of someone
 * signed in cannot even be read, neither for the page nor for the page of its error. Nor can what a
 * request asks when its parameters are not written as they should be.
 */
@Configuration(proxyBeanMethods = false)
class LastResort {
  private static final Logger log = LoggerFactory.getLogger(LastResort.class);

  /** What no filter is there to add. */
  static final Map<String, String> HEADERS =
      Map.of(
          HttpHeaders.CACHE_CONTROL,
          "no-store",
          "X-Content-Type-Options",
          "nosniff",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'");

  /** In the place of the server's own page, for addresses that reach no filter. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> answerWhatReachesNothing() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(BareAnswers.class.getName());
              }
            });
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> answerWhatBreaksEarly(JsonMapper json) {
    var registration =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                try {
                  requireReadable(request.getRequestURI());
                  chain.doFilter(request, response);
                } catch (RuntimeException | ServletException broken) {
                  if (response.isCommitted()) {
                    throw broken;
                  }
                  answer(rootOf(broken), request, response, json);
                }
              }
            });
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Whoever looks at an address takes it apart like this, and can do nothing when it fails. */
  private static void requireReadable(String address) {
    try {
      PathContainer.parsePath(address);
    } catch (IllegalArgumentException badlyWritten) {
      throw new RequestRejectedException("an address that cannot be taken apart");
    }
  }

  private static Throwable rootOf(Exception broken) {
    return broken instanceof ServletException && broken.getCause() != null
        ? broken.getCause()
        : broken;
  }

  private static void answer(
      Throwable fault, HttpServletRequest request, HttpServletResponse response, JsonMapper json)
      throws IOException {
    int status = ErrorAnswers.statusOf(fault);
    String incident = "";
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      incident = ErrorAnswers.incident(fault, request);
    } else {
      // what was sent is not repeated: anybody may write anything there
      log.info("Refused, {}: {} {}", status, request.getMethod(), ErrorAnswers.path(request));
    }
    Messages messages = Messages.in(Locale.FRENCH);
    String known = messages.has("web.error." + status + ".title") ? "" + status : "400";
    String title = messages.text("web.error." + known + ".title");
    String text = messages.text("web.error." + known + ".text", incident);
    response.reset();
    response.setStatus(status);
    HEADERS.forEach(response::setHeader);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
    }
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    if (ErrorAnswers.wantsJson(request)) {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getWriter()
          .write(
              json.writeValueAsString(
                  Map.of("status", status, "title", title, "detail", text, "incident", incident)));
      return;
    }
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.getWriter().write(page(title, text));
  }

  /** A page that asks nothing of anybody, but its style. */
  static String page(String title, String text) {
    return """
    <!doctype html><html lang="fr"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/css/jalon.css"><title>%1$s</title></head>
    <body class="narrow"><main id="contenu"><h1>%1$s</h1><p class="lead">%2$s</p></main>
    </body></html>
    """
        .formatted(HtmlUtils.htmlEscape(title, "UTF-8"), HtmlUtils.htmlEscape(text, "UTF-8"));
  }
}
