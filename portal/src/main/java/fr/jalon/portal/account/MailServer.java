package fr.jalon.portal.account;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

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

  /**
   * @param id of the mail: whoever receives it twice, because we were killed before we knew that it
   *     was taken, gets the same Message-ID (RFC 5322, 3.6.4) and keeps one
   */
  void send(
      UUID id,
      String recipient,
      String subject,
      String text,
      Mails.@Nullable Attachment attachment) {
    send(id, recipient, subject, text, attachment, null);
  }

  /**
   * @param replyTo whom an answer reaches, null for nobody in particular
   */
  void send(
      UUID id,
      String recipient,
      String subject,
      String text,
      Mails.@Nullable Attachment attachment,
      @Nullable String replyTo) {
    MimeMessage message = sender.createMimeMessage();
    try {
      var parts = new MimeMessageHelper(message, attachment != null, "UTF-8");
      parts.setFrom(settings.from());
      parts.setTo(recipient);
      parts.setSubject(subject);
      parts.setText(text);
      if (replyTo != null) {
        parts.setReplyTo(replyTo);
      }
      if (attachment != null) {
        parts.addAttachment(
            attachment.name(),
            new ByteArrayDataSource(
                attachment.text().getBytes(StandardCharsets.UTF_8),
                attachment.type() + "; charset=UTF-8"));
      }
      message.setHeader("Message-ID", "<" + id + "@" + domain(settings.from()) + ">");
    } catch (MessagingException odd) {
      throw new MailParseException(odd);
    }
    sender.send(message);
  }

  private static String domain(String address) {
    String end = address.substring(address.lastIndexOf('@') + 1);
    return end.replaceAll("[^A-Za-z0-9.-]", "");
  }

  /** Throws when the server does not answer, is not who it says, or refuses us. */
  void tryConnection() throws MessagingException {
    sender.testConnection();
  }
}
