package fr.jalon.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;

class MailServerTest {
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000007");

  private final List<String> received = new CopyOnWriteArrayList<>();
  private ServerSocket socket;

  MailServerTest() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @BeforeEach
  void listen() {
    var thread = new Thread(this::serve, "fake-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
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
    socket.close();
    assertThatThrownBy(() -> server(MailSettings.Security.NONE).tryConnection())
        .hasMessageContaining("connect");
  }

  private MailServer server(MailSettings.Security security) {
    return new MailServer(
        new MailSettings("127.0.0.1", socket.getLocalPort(), "", "", "jalon@example.fr", security));
  }

  /** As much SMTP as a mail needs (RFC 5321), without STARTTLS. */
  private void serve() {
    try {
      while (true) {
        try (Socket client = socket.accept();
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
          OutputStream out = client.getOutputStream();
          say(out, "220 fake");
          boolean data = false;
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            received.add(line);
            if (data && !line.equals(".")) {
              continue;
            }
            data = line.equals("DATA");
            say(out, data ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
          }
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }
}
