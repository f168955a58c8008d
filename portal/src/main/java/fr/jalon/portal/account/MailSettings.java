package fr.jalon.portal.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that sends our mails.
 *
 * @param host of the SMTP server; empty when there is none: no link is mailed then, and invitations
 *     are handed over by whoever invites
 * @param port 587 for STARTTLS, 465 for TLS from the start, 25 for a relay on this machine
 * @param user empty when the server asks for none
 * @param password of that user
 * @param from address our mails come from
 * @param security "starttls", "tls", or "none" for a relay on this machine only
 */
@ConfigurationProperties("jalon.mail")
record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") @Min(1) @Max(65535) int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("jalon@localhost") String from,
    @DefaultValue("starttls") Security security) {
  /** How the way to the server is protected; certificates and names are always verified. */
  enum Security {
    STARTTLS,
    TLS,
    NONE
  }

  /** Says nothing of the password. */
  @Override
  public String toString() {
    return host.isBlank() ? "none" : host + ":" + port + " " + security + " from " + from;
  }
}
