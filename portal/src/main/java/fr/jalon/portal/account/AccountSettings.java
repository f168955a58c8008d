package fr.jalon.portal.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in.
 *
 * @param longestSession after which one signs in again, however busy; half an hour without a click
 *     ends a session too
 */
@ConfigurationProperties("jalon.account")
record AccountSettings(@DefaultValue("12h") Duration longestSession) {}
