package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.web.PortalSettings;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;

class SecurityConfigurationTest {
  private final SecurityConfiguration configuration = new SecurityConfiguration();

  @Test
  void bindsItsCookiesToTheHostWhenUsersComeByHttps() {
    PortalSettings portal = portal("https://donnees.example.fr/");
    assertThat(sessionCookie(portal))
        .startsWith("__Host-jalon-session=")
        .contains("Secure")
        .contains("HttpOnly")
        .contains("Path=/")
        .contains("SameSite=Lax")
        .doesNotContain("Domain");
    assertThat(formCookie(portal))
        .startsWith("__Host-jalon-formulaire=")
        .contains("Secure")
        .contains("HttpOnly");
  }

  @Test
  void worksWithoutHttpsOnOnesOwnMachine() {
    assertThat(sessionCookie(portal("http://localhost:8080")))
        .startsWith("jalon-session=")
        .contains("HttpOnly")
        .doesNotContain("Secure");
  }

  @Test
  void letsPagesTakeImagesFromTheChosenTileServerOnly() {
    assertThat(SecurityConfiguration.contentPolicy("https://tuiles.example.fr/{z}/{x}/{y}.png"))
        .contains("img-src 'self' data: https://tuiles.example.fr; font-src");
    assertThat(SecurityConfiguration.contentPolicy("")).contains("img-src 'self' data:; font-src");
  }

  private String sessionCookie(PortalSettings portal) {
    var response = new MockHttpServletResponse();
    CookieSerializer cookie = configuration.sessionCookie(portal, new SessionNames(portal));
    cookie.writeCookieValue(
        new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "x"));
    return String.valueOf(response.getHeader("Set-Cookie"));
  }

  private String formCookie(PortalSettings portal) {
    var request = new MockHttpServletRequest();
    var response = new MockHttpServletResponse();
    CsrfTokenRepository tokens = configuration.csrfTokens(portal, new SessionNames(portal));
    tokens.saveToken(tokens.generateToken(request), request, response);
    return String.valueOf(response.getHeader("Set-Cookie"));
  }

  private static PortalSettings portal(String url) {
    return new PortalSettings(Path.of("data"), false, URI.create(url));
  }
}
