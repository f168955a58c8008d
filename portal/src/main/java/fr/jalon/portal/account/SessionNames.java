package fr.jalon.portal.account;

import fr.jalon.portal.web.PortalSettings;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What sessions are called, and the cookie that says which one a browser has. */
@Component
class SessionNames {
  /** As Spring Session names its sessions: a UUID. */
  private static final Pattern SESSION =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final PortalSettings portal;

  SessionNames(PortalSettings portal) {
    this.portal = portal;
  }

  /** A text that is no name of a session is no session, and the database is not asked. */
  boolean isName(String text) {
    return SESSION.matcher(text).matches();
  }

  /** The name of the cookie. */
  String cookie() {
    return cookie("session");
  }

  /** Browsers take a cookie of this name only from https, for this host and its whole site. */
  String cookie(String purpose) {
    return portal.secure() ? "__Host-jalon-" + purpose : "jalon-" + purpose;
  }
}
