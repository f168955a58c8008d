package fr.jalon.portal.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetcherTest {
  private static final byte[] CSV = "nom;montant\nGymnase;12\n".getBytes(UTF_8);
  private static final long LARGEST = 1_000_000;

  private TestSite site;

  FetcherTest() throws IOException {
    site = new TestSite();
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  @Test
  void takesAFileUnderTheNameItsSiteGives() throws IOException {
    site.on(
        "/x?id=3",
        TestSite.file(
            "Text/CSV; charset=utf-8",
            CSV,
            "Content-Disposition: attachment; filename=\"a.csv\"; filename*=UTF-8''%C3%A9t%C3%A9.csv"));
    try (Fetched fetched = fetch("http://files.example/x?id=3#part")) {
      assertThat(fetched.content()).isEqualTo(CSV);
      assertThat(fetched.download().name()).isEqualTo("été.csv");
      assertThat(fetched.download().type()).isEqualTo("text/csv");
      assertThat(fetched.download().announced()).isEqualTo(CSV.length);
      assertThat(fetched.download().isPage()).isFalse();
    }
    assertThat(site.requests()).hasSize(1);
    assertThat(site.requests().get(0))
        .startsWith("GET /x?id=3 HTTP/1.1\r\n")
        .contains("\r\nHost: files.example\r\n")
        .contains("\r\nUser-Agent: Jalon (+http://localhost/)\r\n")
        .doesNotContainIgnoringCase("cookie")
        .doesNotContainIgnoringCase("referer");
  }

  @Test
  void followsRedirectsAndSaysWhereTheFileWas() throws IOException {
    site.on("/a", TestSite.redirect("/b"))
        .on("/b", TestSite.redirect("http://other.example/c/budget%202022.csv"))
        .on("/c/budget%202022.csv", TestSite.file("application/octet-stream", CSV));
    try (Fetched fetched = fetch("http://files.example/a")) {
      assertThat(fetched.download().address())
          .hasToString("http://other.example/c/budget%202022.csv");
      assertThat(fetched.download().name()).isEqualTo("budget 2022.csv");
    }
  }

  @Test
  void fiveRedirectsAreFollowedAndNotSix() throws IOException {
    for (int i = 1; i <= 6; i++) {
      site.on("/" + i, TestSite.redirect("/" + (i - 1)));
    }
    site.on("/0", TestSite.file("text/csv", CSV));
    fetch("http://files.example/5").close();
    assertThat(problem("http://files.example/6")).isEqualTo(FetchProblem.TOO_MANY_REDIRECTS);
    site.on("/round", TestSite.redirect("/round"));
    assertThat(problem("http://files.example/round")).isEqualTo(FetchProblem.TOO_MANY_REDIRECTS);
  }

  @Test
  void aRedirectIsJudgedLikeTheFirstAddress() throws IOException {
    List<String> elsewhere =
        List.of(
            "http://127.0.0.1/",
            "http://[fd00::1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://2130706433/",
            "http://[::1]/",
            "//127.0.0.1/",
            "http://localhost/");
    for (String to : elsewhere) {
      site.on("/a", TestSite.redirect(to));
      assertThat(problem("http://files.example/a")).as(to).isEqualTo(FetchProblem.NOT_PUBLIC);
    }
    site.on("/a", TestSite.redirect("file:///etc/passwd"));
    assertThat(problem("http://files.example/a")).isEqualTo(FetchProblem.NOT_WEB);
    site.on("/a", TestSite.redirect("http://files.example:8080/"));
    assertThat(problem("http://files.example/a")).isEqualTo(FetchProblem.PORT);
    site.on("/a", TestSite.redirect("http://a@files.example/"));
    assertThat(problem("http://files.example/a")).isEqualTo(FetchProblem.PASSWORD_IN_ADDRESS);
    site.on("/a", TestSite.status("302 Found"));
    assertThat(problem("http://files.example/a")).isEqualTo(FetchProblem.STRANGE_ANSWER);
  }

  @Test
  void withoutTheSwitchOfTestsNothingOfThisMachineIsTaken() throws IOException {
    site.on("/a", TestSite.file("text/csv", CSV));
    Fetcher real = new Fetcher(site.network(false), Duration.ofSeconds(5), "");
    assertThat(problem(real, "http://files.example/a")).isEqualTo(FetchProblem.NOT_PUBLIC);
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void aNameThatChangesItsMindIsHeldToItsFirstWord() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Network honest = site.network(false);
    Network rebinding =
        new Network() {
          @Override
          public List<InetAddress> resolve(String host) throws UnknownHostException {
            // A public number that leads nowhere first, this machine ever after.
            return List.of(
                InetAddress.getByName(asked.getAndIncrement() == 0 ? "2001:200::1" : "127.0.0.1"));
          }

          @Override
          public boolean allows(String host, InetAddress address) {
            return honest.allows(host, address);
          }

          @Override
          public boolean listed(String host) {
            return false;
          }

          @Override
          public int port(String scheme) {
            return honest.port(scheme);
          }

          @Override
          public SSLContext certificates() {
            return honest.certificates();
          }
        };
    Fetcher fetcher = new Fetcher(rebinding, Duration.ofSeconds(5), "");
    assertThat(problem(fetcher, "http://files.example/a"))
        .isIn(FetchProblem.UNREACHABLE, FetchProblem.TOO_SLOW);
    assertThat(asked).hasValue(1);
    assertThat(problem(fetcher, "http://files.example/a")).isEqualTo(FetchProblem.NOT_PUBLIC);
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void unpacksWhatCameUnderGzip() throws IOException {
    site.on("/a.csv", TestSite.file("text/csv", TestSite.gzip(CSV), "Content-Encoding: gzip"));
    try (Fetched fetched = fetch("http://files.example/a.csv")) {
      assertThat(fetched.content()).isEqualTo(CSV);
    }
  }

  @Test
  void takesChunksAndBodiesWithoutALength() throws IOException {
    site.on(
        "/chunks",
        out -> {
          TestSite.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          TestSite.write(out, "4\r\nnom;\r\n8;x=y\r\nmontant\n\r\n0\r\n\r\n");
        });
    site.on("/open", out -> TestSite.write(out, "HTTP/1.0 200 OK\r\n\r\nnom;montant\n"));
    for (String path : List.of("/chunks", "/open")) {
      try (Fetched fetched = fetch("http://files.example" + path)) {
        assertThat(new String(fetched.content(), UTF_8)).isEqualTo("nom;montant\n");
      }
    }
  }

  @Test
  void stopsAtTheLargestSizeHoweverItComes() throws IOException {
    byte[] much = new byte[(int) LARGEST + 1];
    site.on("/said", TestSite.file("text/csv", much))
        .on("/packed", TestSite.file("text/csv", TestSite.gzip(much), "Content-Encoding: gzip"))
        .on(
            "/endless",
            out -> {
              TestSite.write(out, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                out.write(much);
              }
            })
        .on(
            "/chunks",
            out -> {
              TestSite.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              while (true) {
                TestSite.write(out, "400\r\n" + "a".repeat(0x400) + "\r\n");
              }
            });
    for (String path : List.of("/said", "/packed", "/endless", "/chunks")) {
      assertThat(problem("http://files.example" + path)).as(path).isEqualTo(FetchProblem.TOO_LARGE);
    }
  }

  @Test
  void saysWhyEachRefusalOfASite() throws IOException {
    assertStatus("401 Unauthorized", FetchProblem.SIGN_IN_NEEDED);
    assertStatus("403 Forbidden", FetchProblem.FORBIDDEN);
    assertStatus("404 Not Found", FetchProblem.NOT_FOUND);
    assertStatus("410 Gone", FetchProblem.NOT_FOUND);
    assertStatus("429 Too Many Requests", FetchProblem.BUSY);
    assertStatus("500 Oops", FetchProblem.SITE_FAILED);
    assertStatus("503 Later", FetchProblem.SITE_FAILED);
    assertStatus("204 No Content", FetchProblem.STRANGE_ANSWER);
    assertStatus("304 Not Modified", FetchProblem.STRANGE_ANSWER);
    assertStatus("418 Teapot", FetchProblem.STRANGE_ANSWER);
    assertThat(problem("http://nobody.invalid.fr/")).isEqualTo(FetchProblem.UNKNOWN_SITE);
  }

  @Test
  void whatIsNoGoodHttpIsSaidToBeStrange() throws IOException {
    String ok = "HTTP/1.1 200 OK\r\n";
    assertRaw("nonsense\r\n\r\n", FetchProblem.STRANGE_ANSWER);
    assertRaw("", FetchProblem.STRANGE_ANSWER);
    assertRaw("SSH-2.0-OpenSSH_9.2\r\n", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "X: " + "a".repeat(20_000) + "\r\n\r\n", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "X: a\r\n".repeat(200) + "\r\n", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "Content-Encoding: br\r\n\r\nabc", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "Content-Encoding: gzip, gzip\r\n\r\nabc", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "Content-Encoding: gzip\r\n\r\nnot packed at all", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc", FetchProblem.STRANGE_ANSWER);
    assertRaw(ok + "Content-Length: 100\r\n\r\nabc", FetchProblem.CUT_SHORT);
    assertRaw(ok + "Transfer-Encoding: chunked\r\n\r\n64\r\nabc", FetchProblem.CUT_SHORT);
    assertRaw(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", FetchProblem.STRANGE_ANSWER);
  }

  @Test
  void aSiteThatTricklesIsGivenUp() throws IOException {
    site.on(
        "/head",
        out -> {
          TestSite.write(out, "HTTP/1.1 200 OK\r\nX: ");
          while (true) {
            TestSite.write(out, "a");
            Thread.sleep(50);
          }
        });
    site.on(
        "/body",
        out -> {
          TestSite.write(out, "HTTP/1.1 200 OK\r\n\r\n");
          while (true) {
            TestSite.write(out, "a");
            Thread.sleep(50);
          }
        });
    site.on("/silent", out -> Thread.sleep(20_000));
    for (String path : List.of("/head", "/body", "/silent")) {
      long start = System.nanoTime();
      Fetcher hurried = site.fetcher(Duration.ofSeconds(1));
      assertThat(problem(hurried, "http://files.example" + path))
          .as(path)
          .isEqualTo(FetchProblem.TOO_SLOW);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void aPageToReadIsToldFromAFile() throws IOException {
    byte[] page = "\n<!-- a -->\n<!DOCTYPE html><html><body>Bonjour</body></html>".getBytes(UTF_8);
    site.on("/page", TestSite.file("text/html; charset=utf-8", page))
        .on("/csv", TestSite.file("text/html", CSV))
        .on("/xls", TestSite.file("application/vnd.ms-excel", page))
        .on("/comments", TestSite.file("text/html", "<!---->".repeat(140).getBytes(UTF_8)))
        .on("/empty", TestSite.file("text/html", new byte[0]));
    assertThat(fetch("http://files.example/page").download().isPage()).isTrue();
    for (String path : List.of("/csv", "/xls", "/comments", "/empty")) {
      try (Fetched fetched = fetch("http://files.example" + path)) {
        assertThat(fetched.download().isPage()).as(path).isFalse();
      }
    }
  }

  @Test
  void aProtectedSiteShowsTheCertificateOfItsName(@TempDir Path folder) throws Exception {
    try (TestSite secure = TestSite.secure(folder)) {
      secure.on("/a.csv", TestSite.file("text/csv", CSV));
      secure.on("/down", TestSite.redirect("http://files.example/a.csv"));
      Fetcher trusting = secure.fetcher();
      try (Download download =
          trusting.open(WebAddress.of("https://files.example/a.csv"), LARGEST, "")) {
        assertThat(download.content().readAllBytes()).isEqualTo(CSV);
      }
      assertThat(problem(trusting, "https://other.example/a.csv"))
          .as("another name than the certificate's")
          .isEqualTo(FetchProblem.CERTIFICATE);
      assertThat(problem(trusting, "https://files.example/down"))
          .isEqualTo(FetchProblem.UNPROTECTED);

      Network own = secure.network(true);
      Network doubting =
          new Otherwise(own, own.port("https"), Network.internet(List.of()).certificates());
      assertThat(
              problem(
                  new Fetcher(doubting, Duration.ofSeconds(10), ""), "https://files.example/a.csv"))
          .as("a certificate nobody vouches for")
          .isEqualTo(FetchProblem.CERTIFICATE);
      assertThat(problem("https://files.example/a.csv"))
          .as("a site that does not speak https at all")
          .isIn(FetchProblem.UNREACHABLE, FetchProblem.CERTIFICATE);
    }
  }

  @Test
  void aGreetingThatTricklesIsGivenUp() throws IOException {
    try (ServerSocket trickling = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread greeting = new Thread(() -> trickle(trickling));
      greeting.setDaemon(true);
      greeting.start();
      Network own = site.network(true);
      Network there = new Otherwise(own, trickling.getLocalPort(), own.certificates());
      long start = System.nanoTime();
      Fetcher hurried = new Fetcher(there, Duration.ofSeconds(1), "");
      assertThat(problem(hurried, "https://files.example/a.csv")).isEqualTo(FetchProblem.TOO_SLOW);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  /** The first words of https, one letter after the other. */
  private static void trickle(ServerSocket from) {
    try (Socket one = from.accept()) {
      one.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
      while (true) {
        one.getOutputStream().write(2);
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException gone) {
      // Whoever asked has had enough.
    }
  }

  @Test
  void noProxyOfTheEnvironmentIsAsked() throws IOException {
    site.on("/a.csv", TestSite.file("text/csv", CSV));
    List<String> names =
        List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "http.nonProxyHosts");
    try {
      names.forEach(name -> System.setProperty(name, "192.0.2.1"));
      fetch("http://files.example/a.csv").close();
    } finally {
      names.forEach(System::clearProperty);
    }
  }

  @Test
  void neitherNumberNorAnswerIsInAFailure() throws IOException {
    site.on(
        "/secret",
        out ->
            TestSite.write(
                out, "HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\nX-Key: s3cr3t\r\n\r\ns3cr3t"));
    try {
      fetch("http://files.example/secret");
    } catch (FetchFailed failed) {
      assertThat(failed).hasNoCause().hasMessage("forbidden files.example");
    }
    try {
      site.fetcher().open(WebAddress.of("http://10.11.12.13/"), LARGEST, "");
    } catch (FetchFailed failed) {
      // The person wrote this number themselves.
      assertThat(failed).hasNoCause().hasMessage("not-public 10.11.12.13");
    }
  }

  private void assertStatus(String line, FetchProblem expected) throws IOException {
    site.on("/status", TestSite.status(line));
    assertThat(problem("http://files.example/status")).as(line).isEqualTo(expected);
  }

  private void assertRaw(String answer, FetchProblem expected) throws IOException {
    site.on("/raw", out -> TestSite.write(out, answer));
    assertThat(problem("http://files.example/raw"))
        .as(answer.length() > 80 ? answer.substring(0, 80) : answer)
        .isEqualTo(expected);
  }

  private FetchProblem problem(String address) throws IOException {
    return problem(site.fetcher(), address);
  }

  /** Why an address gives nothing, its content read to the end. */
  private static FetchProblem problem(Fetcher fetcher, String address) throws IOException {
    try (Download download = fetcher.open(WebAddress.of(address), LARGEST, "")) {
      long size = download.content().transferTo(OutputStream.nullOutputStream());
      throw new AssertionError(address + " gave " + size + " bytes");
    } catch (FetchFailed failed) {
      return failed.problem();
    }
  }

  private Fetched fetch(String address) throws IOException {
    return new Fetched(site.fetcher().open(WebAddress.of(address), LARGEST, ""));
  }

  private record Fetched(Download download) implements AutoCloseable {
    byte[] content() throws IOException {
      return download.content().readAllBytes();
    }

    @Override
    public void close() {
      download.close();
    }
  }

  /** The same sites at a port, and with certificates, that may be others. */
  private record Otherwise(Network own, int at, SSLContext certificates) implements Network {
    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
      return own.resolve(host);
    }

    @Override
    public boolean allows(String host, InetAddress address) {
      return own.allows(host, address);
    }

    @Override
    public boolean listed(String host) {
      return own.listed(host);
    }

    @Override
    public int port(String scheme) {
      return at;
    }
  }
}
