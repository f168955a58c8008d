package fr.jalon.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** How files arrive: on the disk of the data folder, never in memory, and none too large. */
@Configuration(proxyBeanMethods = false)
class Uploads {
  @Bean
  MultipartConfigElement multipart(PortalSettings portal, UploadSettings settings)
      throws IOException {
    Path folder = portal.data().toAbsolutePath().normalize().resolve("uploads");
    // What a killed portal was receiving.
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
    return new MultipartConfigElement(
        folder.toString(), settings.maxSize().toBytes(), settings.maxRequestSize(), 1 << 16);
  }

  /**
   * Answers what announces itself too large before anything looks into it: whoever reads a field of
   * a form that is too large only sees that the field is missing.
   */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> refuseTooLarge(UploadSettings settings) {
    var registration =
        new FilterRegistrationBean<OncePerRequestFilter>(
            new OncePerRequestFilter() {
              @Override
              protected void doFilterInternal(
                  HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                  throws ServletException, IOException {
                if (request.getContentLengthLong() > settings.maxRequestSize()) {
                  response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
                } else {
                  chain.doFilter(request, response);
                }
              }
            });
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }
}
