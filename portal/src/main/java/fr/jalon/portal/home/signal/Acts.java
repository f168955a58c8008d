package fr.jalon.portal.home.signal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * When somebody last did something on this server, whatever it was: what was looked for before may
 * no longer hold. Every act is seen, so that no room has to tell of each of its own; what is done
 * on other servers, or by jobs, is seen with {@link Signals#FRESH}.
 */
@Component
class Acts implements HandlerInterceptor, WebMvcConfigurer {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Clock clock;
  private volatile Instant last = Instant.EPOCH;

  Acts(Clock clock) {
    this.clock = clock;
  }

  Instant last() {
    return last;
  }

  /** Something was done. */
  void note() {
    last = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    if (!READING.contains(request.getMethod())) {
      note();
    }
  }
}
