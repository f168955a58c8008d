package fr.jalon.portal.api;

import fr.jalon.portal.web.Networks;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.web.TokenBuckets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets no network ask the API faster than its share, so that one script does not slow the others.
 * Whole files are not counted: to take everything, they are the way.
 */
@Component
class ApiThrottle implements HandlerInterceptor, WebMvcConfigurer {
  private final TokenBuckets buckets;
  private final int burst;

  ApiThrottle(ApiSettings settings) {
    this.burst = settings.burst();
    this.buckets = new TokenBuckets(settings.rate(), burst, System::nanoTime);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/datasets/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    TokenBuckets.Taken taken = buckets.take(Networks.of(request.getRemoteAddr()));
    response.setHeader("RateLimit-Limit", Integer.toString(burst));
    response.setHeader("RateLimit-Remaining", Integer.toString(taken.left()));
    if (!taken.granted()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(taken.seconds()));
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
      throw new Rejected(ApiProblem.TOO_MANY_REQUESTS, taken.seconds());
    }
    return true;
  }
}
