package fr.jalon.portal.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies arrive whole, whichever way HTTP lets them come; or their request is refused in words. */
class BodyFirstIT extends PortalIT {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  @Test
  void aFileThatComesInPiecesIsReadWhole() throws Exception {
    String csv = "nom;ville\r\n" + "Durand;Blois\r\n".repeat(20_000);
    try (Socket socket =
        open("POST /api/inspections?name=a.csv", "Transfer-Encoding: chunked\r\n")) {
      for (int at = 0; at < csv.length(); at += 50_000) {
        String piece = csv.substring(at, Math.min(csv.length(), at + 50_000));
        say(socket, Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
        Thread.sleep(20);
      }
      say(socket, "0\r\n\r\n");
      assertThat(heard(socket)).startsWith("HTTP/1.1 200 ").contains("\"size\":" + csv.length());
    }
  }

  @Test
  void twoRequestsOnOneConnectionHaveEachItsBody() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String first =
          request("POST /api/inspections?name=a.csv", "Content-Length: 7\r\n") + "a;b\n1;2";
      String second =
          request("POST /api/inspections?name=b.csv", "Content-Length: 8\r\nConnection: close\r\n")
              + "a;b\n1;22";
      say(socket, first + second);
      assertThat(heard(socket)).contains("\"size\":7").contains("\"size\":8");
    }
  }

  @Test
  void whoeverAsksFirstIsToldToGoOn() throws Exception {
    String asks = "Content-Length: 20000\r\nExpect: 100-continue\r\n";
    try (Socket socket = open("POST /api/inspections?name=a.csv", asks)) {
      assertThat(goesOn(socket)).isEqualTo("HTTP/1.1 100 ");
      say(socket, "a;b\r\n1;2\r\n".repeat(2_000));
      assertThat(heard(socket)).contains("HTTP/1.1 200 ").contains("\"size\":20000");
    }
  }

  @Test
  void whoeverAsksFirstForTooMuchIsToldNotTo() throws Exception {
    String asks = "Content-Length: 3000000000\r\nExpect: 100-continue\r\n";
    try (Socket socket = open("POST /api/inspections", asks)) {
      assertThat(heard(socket)).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }
  }

  @Test
  void aStrangersFileIsKeptNowhere() throws Exception {
    String type = "Content-Type: multipart/form-data; boundary=x\r\n";
    try (Socket socket = open("POST /depots", type + "Content-Length: 200000\r\n")) {
      say(socket, "a".repeat(200_000));
      assertThat(heard(socket)).startsWith("HTTP/1.1 302 ").contains("Location: /connexion");
    }
    try (Socket socket = open("POST /connexion", FORM + "Content-Length: 200000\r\n")) {
      say(socket, "a".repeat(200_000));
      assertThat(heard(socket)).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void aNetworkSendsAFewFilesAtATime() throws Exception {
    String head = "Content-Length: 20000\r\n";
    String rest = "1;2\n".repeat(4_999);
    Socket[] onTheirWay = new Socket[4];
    for (int i = 0; i < onTheirWay.length; i++) {
      // told to go on, so it has its place before the next one asks
      onTheirWay[i] = open("POST /api/inspections?name=a.csv", head + "Expect: 100-continue\r\n");
      assertThat(goesOn(onTheirWay[i])).isEqualTo("HTTP/1.1 100 ");
      say(onTheirWay[i], "a;b\n");
    }
    try (Socket fifth = open("POST /api/inspections?name=a.csv", head)) {
      say(fifth, "a;b\n" + rest);
      assertThat(heard(fifth)).startsWith("HTTP/1.1 429 ").contains("Retry-After: ");
    }
    for (Socket socket : onTheirWay) {
      say(socket, rest);
      assertThat(heard(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  private Socket open(String line, String headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(60_000);
    say(socket, request(line, headers + "Connection: close\r\n"));
    return socket;
  }

  private String request(String line, String headers) {
    return line + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\n" + headers + "\r\n";
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The line said to whoever asks first, read to the empty line that ends it. */
  private static String goesOn(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      line.append((char) next);
    }
    return line.substring(0, Math.min(line.length(), "HTTP/1.1 100 ".length()));
  }

  /** All that the server says until it closes, or is silent. */
  private static String heard(Socket socket) throws IOException {
    StringBuilder heard = new StringBuilder();
    socket.setSoTimeout(60_000);
    try (socket) {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[1 << 14];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        heard.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (java.net.SocketTimeoutException silent) {
      // an open connection with nothing more to say
    }
    return heard.toString();
  }
}
