package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Requests that no browser writes: refused in words, without a fault and without repeating them.
 */
@ExtendWith(OutputCaptureExtension.class)
class BadlyWrittenIT extends PortalIT {
  private static final List<String> PLACES =
      List.of(
          "/",
          "/jeux-de-donnees",
          "/connexion",
          "/depots",
          "/api/datasets",
          "/api/inspections",
          "/depots/x/;jsessionid=x%4",
          "/jeux-de-donnees/;a=%u0041");

  private static final List<String> QUERIES =
      List.of(
          "%ff=1",
          "=",
          "=x",
          "a=%ED%A0%80",
          "q=%00",
          "q=%ff",
          "q=%",
          "q=%4",
          "lang=%c3",
          "page=%ff%fe",
          "&&&=&",
          "q=secret-%ff");

  @Test
  void nothingOfThemIsOurFault(CapturedOutput log) throws IOException {
    for (String place : PLACES) {
      for (String query : QUERIES) {
        assertThat(status("GET " + place + "?" + query, "", ""))
            .as(place + "?" + query)
            .isBetween(200, 499);
      }
    }
    for (String body : QUERIES) {
      String type = "Content-Type: application/x-www-form-urlencoded\r\n";
      assertThat(status("POST /connexion", type, body)).as(body).isBetween(300, 499);
    }
    assertThat(log).doesNotContain("Incident").doesNotContain("secret");
  }

  @Test
  void aCookieOfAnyBytesIsNoSession(CapturedOutput log) throws IOException {
    for (byte[] name : List.of(new byte[] {'a', 0, 'b'}, new byte[] {(byte) 0xff}, new byte[200])) {
      String cookie = Base64.getEncoder().encodeToString(name);
      assertThat(status("GET /jeux-de-donnees", "Cookie: jalon-session=" + cookie + "\r\n", ""))
          .isEqualTo(200);
    }
    assertThat(status("GET /", "Cookie: jalon-langue=%00; jalon-formulaire=%ff\r\n", ""))
        .isEqualTo(200);
    assertThat(log).doesNotContain("Incident");
  }

  /** No address of ours needs a filter to be answered in words. */
  @Test
  void anAddressThatCannotBeReadHasItsPage() throws IOException {
    for (String place : List.of("/saisons/", "/guides/", "/css/", "/", "/api/datasets/")) {
      for (String name : List.of("%00", "%E9", "%", "%C0%80")) {
        String answer = answer("GET " + place + name, "", "");
        assertThat(answer).as(place + name).startsWith("HTTP/1.1 400");
        assertThat(answer)
            .as(place + name)
            .contains(place.startsWith("/api") ? "\"status\":400" : "Cette demande est incomplète")
            .contains("no-store")
            .doesNotContain("Tomcat");
      }
    }
  }

  private int status(String request, String headers, String body) throws IOException {
    return Integer.parseInt(answer(request, headers, body).substring(9, 12));
  }

  private String answer(String request, String headers, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      String text =
          request
              + " HTTP/1.1\r\nHost: localhost:"
              + port()
              + "\r\nConnection: close\r\n"
              + headers
              + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
              + "\r\n"
              + body;
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).as(request).startsWith("HTTP/1.1 ");
      return answer;
    }
  }
}
