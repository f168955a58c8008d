package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.MailCatcher;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;

class MailServerTest {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000007");

  private final MailCatcher catcher = new MailCatcher();
  private final List<String> received = catcher.lines();

  MailServerTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    catcher.close();
  }

  @Test
  void sendsAMailWithItsAccents() {
    server(MailSettings.Security.NONE)
        .send(ID, "ana@bourges.fr", "Vôtre lien", "Bonjour Zoé\nici", null);
    String all = String.join("\n", received);
    assertThat(all)
        .contains("MAIL FROM:<jalon@example.fr>")
        .contains("RCPT TO:<ana@bourges.fr>")
        .contains("Subject: =?UTF-8?")
        .containsIgnoringCase("charset=UTF-8");
  }

  @Test
  void sendsAFileWithIt() {
    server(MailSettings.Security.NONE)
        .send(
            ID,
            "ana@bourges.fr",
            "Rendez-vous",
            "Bonjour",
            new Mails.Attachment("rendez-vous.ics", "text/calendar", "BEGIN:VCALENDAR\r\n"));
    assertThat(String.join("\n", received))
        .contains("multipart/mixed", "text/calendar", "filename=rendez-vous.ics")
        .contains("BEGIN:VCALENDAR");
  }

  @Test
  void aMailSentAgainKeepsItsIdentifier() {
    MailServer server = server(MailSettings.Security.NONE);
    server.send(ID, "ana@bourges.fr", "Visa", "Bonjour", null);
    server.send(ID, "ana@bourges.fr", "Visa", "Bonjour", null);
    assertThat(received.stream().filter(line -> line.startsWith("Message-ID:")))
        .containsExactly(
            "Message-ID: <" + ID + "@example.fr>", "Message-ID: <" + ID + "@example.fr>");
  }

  @Test
  void sendsNothingInTheClearWhenAskedToProtectTheWay() {
    assertThatThrownBy(
            () ->
                server(MailSettings.Security.STARTTLS)
                    .send(ID, "ana@bourges.fr", "S", "secret", null))
        .isInstanceOf(MailException.class);
    assertThat(received).noneMatch(line -> line.startsWith("MAIL FROM"));
  }

  @Test
  void saysWhenTheServerDoesNotAnswer() throws IOException {
    catcher.close();
    assertThatThrownBy(() -> server(MailSettings.Security.NONE).tryConnection())
        .hasMessageContaining("connect");
  }

  private MailServer server(MailSettings.Security security) {
    return new MailServer(
        new MailSettings("127.0.0.1", catcher.port(), "", "", "jalon@example.fr", security));
  }
}
