package fr.jalon.portal.inspection;

import fr.jalon.portal.web.LargeBodies;
import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.TokenBuckets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts who sends files to be read: so many a second for a network, so many at a time for it and
 * for all, first on their way here, then while they are read.
 */
@Configuration(proxyBeanMethods = false)
class InspectionDoor {
  /**
   * Files a network may send from the page at once after a pause: a room of people who try it
   * together, behind one address.
   */
  private static final int BURST_OF_PEOPLE = 30;

  /** Then one a second: nobody reads an answer faster. */
  private static final int RATE_OF_PEOPLE = 1;

  /** A network holds at most a third of the places: three slow ones fill them, one does not. */
  private static final int SHARE = 3;

  /** Those at the other end of connections: a proxy's, where there is one, for all networks. */
  @Bean
  LargeBodies filesToInspect(
      InspectionSettings settings,
      @Value("${server.forward-headers-strategy:none}") String forwarded) {
    boolean direct = "none".equalsIgnoreCase(forwarded);
    return heading -> {
      boolean api = settings.open() && InspectionsApi.PATH.equals(heading.path());
      boolean page = TryController.PATH.equals(heading.path());
      if (!"POST".equals(heading.method()) || !api && !page) {
        return Optional.empty();
      }
      Map<String, Integer> places = new HashMap<>();
      places.put("inspections", settings.most());
      if (direct) {
        places.put("inspections " + Networks.of(heading.address()), share(settings));
      }
      return Optional.of(new LargeBodies.Allowance(places));
    };
  }

  private static int share(InspectionSettings settings) {
    return Math.max(1, settings.most() / SHARE);
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> countInspections(InspectionSettings settings) {
    var door = new FilterRegistrationBean<OncePerRequestFilter>(new Counting(settings));
    door.addUrlPatterns(InspectionsApi.PATH, TryController.PATH);
    door.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return door;
  }

  private static final class Counting extends OncePerRequestFilter {
    private final InspectionSettings settings;
    private final TokenBuckets programs;
    private final TokenBuckets people;
    private final Semaphore places;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();

    Counting(InspectionSettings settings) {
      this.settings = settings;
      this.programs = new TokenBuckets(settings.rate(), settings.burst(), System::nanoTime);
      this.people =
          new TokenBuckets(
              Math.min(RATE_OF_PEOPLE, settings.rate()),
              Math.min(BURST_OF_PEOPLE, settings.burst()),
              System::nanoTime);
      this.places = new Semaphore(settings.most());
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      boolean page = TryController.PATH.equals(request.getServletPath());
      if (page && !"POST".equals(request.getMethod())) {
        chain.doFilter(request, response);
        return;
      }
      if (!page && !settings.open()) {
        response.sendError(HttpStatus.NOT_FOUND.value());
        return;
      }
      String network = Networks.of(request.getRemoteAddr());
      TokenBuckets.Taken taken = (page ? people : programs).take(network);
      if (!page) {
        response.setHeader("RateLimit-Limit", Integer.toString(settings.burst()));
        response.setHeader("RateLimit-Remaining", Integer.toString(taken.left()));
      }
      if (!taken.granted()) {
        refuse(response, HttpStatus.TOO_MANY_REQUESTS, taken.seconds());
      } else if (!enter(network)) {
        refuse(response, HttpStatus.TOO_MANY_REQUESTS, 1);
      } else {
        try {
          admit(request, response, chain);
        } finally {
          held.computeIfPresent(network, (same, count) -> count > 1 ? count - 1 : null);
        }
      }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (!places.tryAcquire()) {
        refuse(response, HttpStatus.SERVICE_UNAVAILABLE, 5);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        places.release();
      }
    }

    private boolean enter(String network) {
      int most = share(settings);
      boolean[] entered = {false};
      held.compute(
          network,
          (same, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < most;
            return entered[0] ? now + 1 : count;
          });
      return entered[0];
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, int seconds)
        throws IOException {
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
      response.sendError(status.value());
    }
  }
}
