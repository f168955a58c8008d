package fr.jalon.portal.account;

import fr.jalon.portal.web.LargeBodies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Whoever is signed in under an account of theirs may send files, a few at a time. What they may do
 * with them is asked again once they are here.
 */
@Component
class FilesOfMembers implements LargeBodies {
  /** As many as a browser opens connections to one site. */
  private static final int AT_A_TIME = 6;

  private final SessionRepository<? extends Session> sessions;
  private final SessionNames names;

  FilesOfMembers(SessionRepository<? extends Session> sessions, SessionNames names) {
    this.sessions = sessions;
    this.names = names;
  }

  @Override
  public Optional<Allowance> allow(Heading heading) {
    return claimed(heading.cookies())
        .filter(this::isSignedIn)
        .findFirst()
        .map(session -> new Allowance(Map.of("session " + session, AT_A_TIME)));
  }

  private boolean isSignedIn(String id) {
    Session session = sessions.findById(id);
    return session != null
        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null
        && session.getAttribute(SignIns.PRACTISING) == null;
  }

  /** The sessions that the cookies name, of those that can be names of sessions. */
  private Stream<String> claimed(@Nullable String cookies) {
    String begin = names.cookie() + "=";
    return cookies == null
        ? Stream.empty()
        : Arrays.stream(cookies.split(";"))
            .map(String::strip)
            .filter(cookie -> cookie.startsWith(begin))
            .map(cookie -> decoded(cookie.substring(begin.length())))
            .filter(names::isName);
  }

  private static String decoded(String value) {
    try {
      return new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }
}
