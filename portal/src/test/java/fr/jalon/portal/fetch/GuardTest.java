package fr.jalon.portal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardTest {
  /** A line of the table: what becomes of an address, and what its name stands for. */
  record Case(String verdict, String address, List<String> numbers) {
    static Case of(String line) {
      String[] parts = line.split(" \\| ?", -1);
      String numbers = parts.length > 2 ? parts[2].strip() : "";
      return new Case(
          parts[0], parts[1], numbers.isEmpty() ? List.of() : List.of(numbers.split(" ")));
    }

    @Override
    public String toString() {
      return address + (numbers.isEmpty() ? "" : " at " + String.join(" ", numbers));
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var in = Objects.requireNonNull(GuardTest.class.getResourceAsStream("addresses.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Case::of)
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachAddressIsTakenOrRefusedForItsReason(Case one) {
    assertThat(verdict(one, List.of())).isEqualTo(one.verdict());
  }

  @Test
  void theTableIsLong() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(150);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSiteOfAnOperatorOpensNothingElse(Case one) {
    assertThat(verdict(one, List.of("sig.mairie.example"))).isEqualTo(one.verdict());
  }

  @Test
  void theSiteOfAnOperatorMayBeOnAPrivateNetworkAndNoOther() {
    List<String> own = List.of("sig.mairie.example", "intranet");
    assertThat(verdict(of("https://sig.mairie.example/", "10.1.2.3"), own)).isEqualTo("taken");
    assertThat(verdict(of("https://sig.mairie.example/", "fd00::7"), own)).isEqualTo("taken");
    assertThat(verdict(of("http://intranet/", "192.168.1.2"), own)).isEqualTo("taken");
    for (String never : List.of("127.0.0.1", "169.254.169.254", "::1", "fe80::1", "0.0.0.0")) {
      assertThat(verdict(of("https://sig.mairie.example/", never), own))
          .as(never)
          .isEqualTo("not-public");
    }
    assertThat(verdict(of("https://autre.mairie.example/", "10.1.2.3"), own))
        .isEqualTo("not-public");
    assertThat(verdict(of("https://sig.mairie.example:8443/", "10.1.2.3"), own)).isEqualTo("port");
    assertThat(verdict(of("http://10.1.2.3/"), own)).isEqualTo("not-public");
  }

  @Test
  void theSocketItselfConnectsToNoOtherNumberNorPort() throws IOException {
    Guard guard = new Guard(Network.internet(List.of()), WebAddress.of("https://www.example.fr/"));
    for (String number : List.of("127.0.0.1", "10.0.0.1", "::1", "169.254.169.254")) {
      try (Socket socket = guard.socket()) {
        assertThatThrownBy(
                () ->
                    socket.connect(new InetSocketAddress(InetAddress.getByName(number), 443), 100))
            .as(number)
            .isInstanceOf(FetchFailed.class)
            .hasMessageNotContaining(number);
        assertThat(socket.isConnected()).isFalse();
      }
    }
    try (Socket socket = guard.socket()) {
      assertThatThrownBy(
              () -> socket.connect(new InetSocketAddress(InetAddress.getByName("1.1.1.1"), 22), 9))
          .isInstanceOf(FetchFailed.class);
      assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("a.fr", 443), 9))
          .isInstanceOf(FetchFailed.class);
    }
  }

  @Test
  void anAddressIsWrittenInOneSpelling() throws FetchFailed {
    assertThat(WebAddress.of("  Mairie-ORLÉANS.example?q=é è#x "))
        .hasToString("https://xn--mairie-orlans-khb.example/?q=%C3%A9%20%C3%A8#x");
    assertThat(WebAddress.of("\u200b\u00a0https://a.example/b.csv\u00a0\ufeff\n"))
        .hasToString("https://a.example/b.csv");
    assertThat(WebAddress.of("http://a.example:80/100%/%C3%A9").path()).isEqualTo("/100%25/%C3%A9");
  }

  @Test
  void aRedirectIsReadFromWhereItStands() throws FetchFailed {
    WebAddress here = WebAddress.of("https://a.example/x/y?q=1#z");
    assertThat(here.follow("/b")).hasToString("https://a.example/b");
    assertThat(here.follow("b?c")).hasToString("https://a.example/x/b?c");
    assertThat(here.follow("../b")).hasToString("https://a.example/b");
    assertThat(here.follow("/../b/./c/..?d=/..")).hasToString("https://a.example/b/?d=/..");
    assertThat(here.follow("?c")).hasToString("https://a.example/x/y?c");
    assertThat(here.follow("//b.example/c")).hasToString("https://b.example/c");
    assertThat(here.follow("http://b.example")).hasToString("http://b.example/");
    assertThatThrownBy(() -> here.follow("file:///etc/passwd")).isInstanceOf(FetchFailed.class);
    assertThatThrownBy(() -> here.follow("//a@b.example")).isInstanceOf(FetchFailed.class);
  }

  private static Case of(String address, String... numbers) {
    return new Case("", address, List.of(numbers));
  }

  private static String verdict(Case one, List<String> own) {
    try {
      WebAddress address = WebAddress.of(one.address());
      new Guard(new Named(one, Network.internet(own)), address).resolve(Runnable::run);
      return "taken";
    } catch (FetchFailed failed) {
      return failed.problem().code();
    }
  }

  /** The internet, but for the names: they stand for what the table says. */
  private record Named(Case one, Network internet) implements Network {
    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
      if (host.startsWith("[") || host.matches("[0-9.]+")) {
        return List.of(InetAddress.getByName(host));
      }
      List<InetAddress> numbers = new ArrayList<>();
      for (String number : one.numbers()) {
        numbers.add(
            number.startsWith("::ffff:")
                ? InetAddress.getByAddress(mapped(number.substring(7)))
                : InetAddress.getByName(number));
      }
      return numbers;
    }

    private static byte[] mapped(String number) throws UnknownHostException {
      byte[] whole = new byte[16];
      Arrays.fill(whole, 10, 12, (byte) 0xff);
      System.arraycopy(InetAddress.getByName(number).getAddress(), 0, whole, 12, 4);
      return whole;
    }

    @Override
    public boolean allows(String host, InetAddress address) {
      return internet.allows(host, address);
    }

    @Override
    public boolean listed(String host) {
      return internet.listed(host);
    }

    @Override
    public int port(String scheme) {
      return internet.port(scheme);
    }

    @Override
    public SSLContext certificates() {
      return internet.certificates();
    }
  }
}
