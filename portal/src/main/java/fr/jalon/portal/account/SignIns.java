package fr.jalon.portal.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens the session of someone who proved who they are. */
@Component
class SignIns {
  private static final String SINCE = "jalon.signed-in-since";

  /** On sessions that anybody may open who was given a code. */
  static final String PRACTISING = "jalon.practising";

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final CsrfTokenRepository csrf;
  private final Accounts accounts;
  private final AccountSettings settings;
  private final Clock clock;

  SignIns(Accounts accounts, CsrfTokenRepository csrf, AccountSettings settings, Clock clock) {
    this.accounts = accounts;
    this.csrf = csrf;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Signs the person in: a new session with a new number, so that one planted before is worth
   * nothing, and a new token for forms.
   */
  void open(Person person, HttpServletRequest request, HttpServletResponse response) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setAttribute(SINCE, clock.instant());
    if (person.role() == Role.TRAINEE) {
      session.setAttribute(PRACTISING, true);
      // a meal, or a long talk: whoever practises has no password to come back with
      session.setMaxInactiveInterval((int) settings.longestSession().toSeconds());
    }
    Authentication authentication =
        UsernamePasswordAuthenticationToken.authenticated(person.id().toString(), null, List.of());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    csrf.saveToken(null, request, response);
    accounts.use(person.id());
  }

  /** True when the session has lasted as long as any may. */
  boolean isTooOld(HttpSession session) {
    return session.getAttribute(SINCE) instanceof Instant since
        && Duration.between(since, clock.instant()).compareTo(settings.longestSession()) > 0;
  }

  SecurityContextRepository contexts() {
    return contexts;
  }

  /**
   * Where to go after signing in: an address of ours, else the first page of that role. Never what
   * another site made of the link.
   */
  static String next(@Nullable String asked, Role role) {
    return Optional.ofNullable(asked)
        .filter(path -> path.matches("/[A-Za-z0-9][A-Za-z0-9/_.~%=&?-]*"))
        .filter(path -> !path.contains("//"))
        .orElse(firstPage(role));
  }

  private static String firstPage(Role role) {
    return switch (role) {
      case AGENT, FOCAL_POINT, FACILITATOR, ADMINISTRATOR -> "/accueil";
      case FINANCE -> "/argent";
      case TRAINEE -> "/atelier/exercice";
    };
  }
}
