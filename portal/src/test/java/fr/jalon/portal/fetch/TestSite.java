package fr.jalon.portal.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A site on this machine under names of its own ({@code files.example}), that answers each path as
 * told, byte for byte: whatever a site of the real world could answer, and worse.
 */
public final class TestSite implements AutoCloseable {
  /** The name the certificate of a protected site is made out to. */
  public static final String NAME = "files.example";

  /** How one request is answered. */
  @FunctionalInterface
  public interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final SSLContext certificates;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** A site without protection. */
  public TestSite() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), emptyContext());
  }

  private TestSite(ServerSocket socket, SSLContext certificates) {
    this.socket = socket;
    this.certificates = certificates;
    daemon(this::listen);
  }

  /** A site of https, whose certificate its own network trusts. */
  static TestSite secure(Path folder) throws Exception {
    Path store = folder.resolve("site.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "site",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "SAN=dns:" + NAME,
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    if (made.waitFor() != 0) {
      throw new AssertionError(Files.readString(folder.resolve("keytool.txt")));
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "secret".toCharArray());
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("site", keys.getCertificate("site"));
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return new TestSite(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        context);
  }

  /** Heads and first lines of what was asked. */
  List<String> requests() {
    return requests;
  }

  public TestSite on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /** A plain answer with its length. */
  public static Answer file(String type, byte[] content, String... headers) {
    return out -> {
      head(out, "200 OK", List.of(headers), "Content-Type: " + type, length(content));
      out.write(content);
    };
  }

  public static Answer status(String line, String... headers) {
    return out -> head(out, line, List.of(headers), "Content-Length: 0");
  }

  static Answer redirect(String to) {
    return status("302 Found", "Location: " + to);
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  /** Takes files from this site whatever its name, at any port, and from nowhere else. */
  public Fetcher fetcher() {
    return fetcher(Duration.ofSeconds(30));
  }

  Fetcher fetcher(Duration deadline) {
    return new Fetcher(network(true), deadline, "http://localhost/");
  }

  /** The same names, with every address judged as in the real world: none is allowed. */
  Network network(boolean lenient) {
    Network internet = Network.internet(List.of());
    return new Network() {
      @Override
      public List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.endsWith(".example")) {
          return List.of(InetAddress.getLoopbackAddress());
        }
        if (host.matches("[0-9.]+|\\[.*]")) {
          return internet.resolve(host);
        }
        throw new UnknownHostException(host);
      }

      @Override
      public boolean allows(String host, InetAddress address) {
        return (lenient && host.endsWith(".example")) || internet.allows(host, address);
      }

      @Override
      public boolean listed(String host) {
        return false;
      }

      @Override
      public int port(String scheme) {
        return socket.getLocalPort();
      }

      @Override
      public SSLContext certificates() {
        return certificates;
      }
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        daemon(() -> serve(one));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket one) {
    try (one) {
      String head = head(one.getInputStream());
      requests.add(head);
      String path = head.split(" ", 3).length < 2 ? "" : head.split(" ", 3)[1];
      answers.getOrDefault(path, status("404 Not Found")).write(one.getOutputStream());
      one.getOutputStream().flush();
    } catch (IOException | InterruptedException gone) {
      // The other side had enough, which is what some tests are about.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int one = in.read();
      if (one < 0) {
        break;
      }
      head.write(one);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void head(OutputStream out, String status, List<String> headers, String... more)
      throws IOException {
    write(out, "HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      write(out, header + "\r\n");
    }
    for (String header : more) {
      write(out, header + "\r\n");
    }
    write(out, "\r\n");
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String length(byte[] content) {
    return "Content-Length: " + content.length;
  }

  private static SSLContext emptyContext() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "test-site");
    thread.setDaemon(true);
    thread.start();
  }
}
