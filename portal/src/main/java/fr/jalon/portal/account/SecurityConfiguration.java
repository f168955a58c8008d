package fr.jalon.portal.account;

import fr.jalon.portal.web.LargeBodies;
import fr.jalon.portal.web.PortalSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link Policy} to work, and says how browsers are to treat our pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:%s;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String MULTIPART = "multipart/";

  /**
   * What browsers may load.
   *
   * @param tiles address of the tile server an operator chose for the maps: the one other site that
   *     pages may take images from; empty for none
   */
  static String contentPolicy(String tiles) {
    URI server = tiles.isEmpty() ? null : URI.create(tiles.replaceAll("[{}]", ""));
    return CONTENT_POLICY.formatted(
        server == null || server.getHost() == null
            ? ""
            : " " + server.getScheme() + "://" + server.getAuthority());
  }

  @Bean
  SecurityFilterChain guardedPages(
      HttpSecurity http,
      CurrentPerson current,
      SignIns signIns,
      CsrfTokenRepository csrf,
      PortalSettings portal,
      @Value("${jalon.catalog.map.tiles:}") String tiles) {
    return http.authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(
                        (who, context) ->
                            new AuthorizationDecision(
                                lineOf(context.getRequest())
                                    .filter(line -> line.everyone() || line.allows(current.find()))
                                    .isPresent())))
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, cause) -> askToSignIn(request, response))
                    .accessDeniedHandler(
                        (request, response, cause) -> refuse(request, response, current)))
        .securityContext(context -> context.securityContextRepository(signIns.contexts()))
        .addFilterBefore(endTooOldSessions(signIns), SecurityContextHolderFilter.class)
        .addFilterBefore(refuseFilesOfStrangers(current), CsrfFilter.class)
        .csrf(
            protection ->
                protection
                    .csrfTokenRepository(csrf)
                    .ignoringRequestMatchers(SecurityConfiguration::isForNobody))
        .logout(
            out ->
                out.logoutUrl("/deconnexion")
                    .logoutSuccessHandler((request, response, who) -> redirect(response, "/")))
        .requestCache(cache -> cache.disable())
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(tiles)))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                    .cacheControl(cache -> cache.disable())
                    .addHeaderWriter(SecurityConfiguration::keepFromCaches)
                    .httpStrictTransportSecurity(
                        hsts ->
                            hsts.requestMatcher(request -> portal.secure())
                                .maxAgeInSeconds(Duration.ofDays(365).toSeconds())))
        .build();
  }

  /** PostgreSQL has no text with a NUL in it, and nobody types one. */
  @Bean
  HttpFirewall noNulInForms() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  /** In a cookie of its own, so that a passer-by needs no session. */
  @Bean
  CsrfTokenRepository csrfTokens(PortalSettings portal, SessionNames names) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(names.cookie("formulaire"));
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(portal.secure()).sameSite("Lax"));
    return tokens;
  }

  @Bean
  CookieSerializer sessionCookie(PortalSettings portal, SessionNames names) {
    var cookie =
        new DefaultCookieSerializer() {
          @Override
          public List<String> readCookieValues(HttpServletRequest request) {
            return super.readCookieValues(request).stream().filter(names::isName).toList();
          }
        };
    cookie.setCookieName(names.cookie());
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(portal.secure());
    cookie.setSameSite("Lax");
    return cookie;
  }

  /** People sign in through {@link SignInController} only; Spring is to make nobody up. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  private static OncePerRequestFilter endTooOldSessions(SignIns signIns) {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session != null && signIns.isTooOld(session)) {
          session.invalidate();
        }
        chain.doFilter(request, response);
      }
    };
  }

  /** Looking for the token of a form reads the form whole: two gigabytes, from anyone. */
  private static OncePerRequestFilter refuseFilesOfStrangers(CurrentPerson current) {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws IOException, ServletException {
        String type = request.getContentType();
        if (type != null
            && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length())
            && !isForNobody(request)
            && current.find().isEmpty()) {
          askToSignIn(request, response);
        } else {
          chain.doFilter(request, response);
        }
      }
    };
  }

  /**
   * What someone signed in was shown is kept by no cache, not even the browser's. What all may see
   * is asked again each time, unless its room says for how long not: it may be withdrawn.
   */
  private static void keepFromCaches(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      boolean perPerson = request.getUserPrincipal() != null || isPrivate(request);
      response.setHeader(HttpHeaders.CACHE_CONTROL, perPerson ? "no-store" : "no-cache");
    }
  }

  private static boolean isForNobody(HttpServletRequest request) {
    return lineOf(request).filter(Policy.Line::forNobody).isPresent();
  }

  private static boolean isPrivate(HttpServletRequest request) {
    String path = pathOf(request);
    return path.startsWith("/connexion")
        || path.startsWith("/invitation")
        || lineOf(request).filter(line -> !line.everyone()).isPresent();
  }

  private static Optional<Policy.Line> lineOf(HttpServletRequest request) {
    return Policy.find(request.getMethod(), pathOf(request));
  }

  private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = pathOf(request);
    if (lineOf(request).isEmpty()) {
      response.sendError(HttpStatus.NOT_FOUND.value());
    } else if (request.getHeader("HX-Request") != null) {
      // A script cannot follow a redirect out of the part of the page it renews.
      response.setHeader("HX-Redirect", practises(path) ? "/atelier" : "/connexion");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (practises(path)) {
      redirect(response, "/atelier");
    } else if ("GET".equals(request.getMethod())) {
      redirect(response, "/connexion?suite=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    } else {
      redirect(response, "/connexion");
    }
  }

  /** Under the door of workshops: whoever practises has a code, and nothing to sign in with. */
  private static boolean practises(String path) {
    return path.startsWith("/atelier/");
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, CurrentPerson current)
      throws IOException {
    Optional<Policy.Line> line = lineOf(request);
    Optional<Person> person = current.find();
    if (line.isEmpty() || person.filter(line.get()::hidesFrom).isPresent()) {
      response.sendError(HttpStatus.NOT_FOUND.value());
    } else if (!line.get().everyone() && person.isEmpty()) {
      // Signed in once, and withdrawn since.
      askToSignIn(request, response);
    } else if (Boolean.TRUE.equals(request.getAttribute(LargeBodies.TOO_LONG_A_FORM))) {
      // Its token was not looked for: what was too long was not kept.
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }

  /** Relative, so that no forged Host leads elsewhere. */
  private static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpStatus.FOUND.value());
    response.setHeader(HttpHeaders.LOCATION, path);
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
