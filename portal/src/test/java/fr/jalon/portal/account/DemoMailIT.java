package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A demonstration is for whoever started it, and says what it is. */
@TestPropertySource(properties = "jalon.demo=true")
class DemoMailIT extends PortalIT {
  @Test
  void listensOnThisMachineAlone() throws Exception {
    for (InetAddress address : otherAddresses()) {
      assertThat(answers(address)).as(address.toString()).isFalse();
    }
    assertThat(visitor().get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void saysOnEachPageThatItIsOne() {
    for (String page : List.of("/", "/connexion", "/jeux-de-donnees", "/nulle-part", "/api")) {
      assertThat(visitor().get(page).body()).as(page).contains("Ceci est une démonstration");
    }
  }

  @Test
  void showsItsMailsToNobodyElse() throws Exception {
    assertThat(visitor().get("/demo/courrier").statusCode()).isEqualTo(200);
    // a proxy of this machine speaks for others
    for (String header : List.of("X-Forwarded-For", "Forwarded")) {
      HttpRequest forwarded =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/demo/courrier"))
              .header(header, "for=192.0.2.7")
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(forwarded, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(header).isEqualTo(404);
    }
  }

  /** The addresses that this machine has on its networks, if it has any. */
  private static List<InetAddress> otherAddresses() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }

  private boolean answers(InetAddress address) {
    try (Socket socket = new Socket(address, port())) {
      return socket.isConnected();
    } catch (IOException nobodyListens) {
      return false;
    }
  }
}
