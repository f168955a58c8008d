package fr.jalon.portal.account;

import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The SMTP server of the settings, its certificate and name verified. */
final class MailServer {
  private static final String PATIENCE = String.valueOf(Duration.ofSeconds(15).toMillis());

  private final MailSettings settings;
  private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

  MailServer(MailSettings settings) {
    this.settings = settings;
    boolean tls = settings.security() == MailSettings.Security.TLS;
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding("UTF-8");
    sender.setProtocol(tls ? "smtps" : "smtp");
    if (!settings.user().isBlank()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    Properties properties = sender.getJavaMailProperties();
    boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
    for (String protocol : new String[] {"smtp", "smtps"}) {
      String prefix = "mail." + protocol + ".";
      properties.setProperty(prefix + "auth", String.valueOf(!settings.user().isBlank()));
      properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
      properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
      properties.setProperty(prefix + "ssl.checkserveridentity", "true");
      properties.setProperty(prefix + "connectiontimeout", PATIENCE);
      properties.setProperty(prefix + "timeout", PATIENCE);
      properties.setProperty(prefix + "writetimeout", PATIENCE);
    }
  }

  void send(String recipient, String subject, String text) {
    var message = new SimpleMailMessage();
    message.setFrom(settings.from());
    message.setTo(recipient);
    message.setSubject(subject);
    message.setText(text);
    sender.send(message);
  }

  /** Throws when the server does not answer, is not who it says, or refuses us. */
  void tryConnection() throws jakarta.mail.MessagingException {
    sender.testConnection();
  }
}
