package fr.jalon.portal.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who comes in, and for how long.
 *
 * @param longestSession after which one signs in again, however busy; half an hour without a click
 *     ends a session too
 * @param firstAdministrator e-mail address of who opens the first account; invited when the portal
 *     starts and nobody has an account yet
 * @param passwordCost of bcrypt: one more doubles the time that guessing a password takes, and
 *     signing in; 10 at least is advised (OWASP, Password Storage), 4 is what bcrypt allows
 */
@ConfigurationProperties("jalon.account")
record AccountSettings(
    @DefaultValue("12h") Duration longestSession,
    @DefaultValue("") String firstAdministrator,
    @DefaultValue("12") int passwordCost) {}
