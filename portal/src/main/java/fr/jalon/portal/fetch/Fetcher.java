package fr.jalon.portal.fetch;

import fr.jalon.portal.web.PortalSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Takes files from other sites: the only class of the program that connects to an address given
 * from outside. Thread-safe.
 *
 * <p>Each redirect is an address like the first: read again, looked up again, judged again. Nothing
 * is kept from one request to the next: no cookie, no connection, no password.
 */
@Service
public class Fetcher implements DisposableBean {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final int MOST_REDIRECTS = 5;

  /** A site with many numbers is tried at so many of them. */
  private static final int MOST_NUMBERS = 4;

  private static final int LONGEST_HEADER = 16 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final int MOST_LOOK_UPS = 64;

  private final Network network;
  private final Duration deadline;
  private final String agent;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, work -> daemon(work, "fetch-watch"));
  private final ExecutorService lookUps =
      new ThreadPoolExecutor(
          0,
          MOST_LOOK_UPS,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> daemon(work, "fetch-look-up"));

  @Autowired
  Fetcher(FetchSettings settings, PortalSettings portal) {
    this(Network.internet(settings.intranetHosts()), settings.deadline(), portal.link("/"));
  }

  /**
   * @param network the internet, but for tests
   * @param home our own address, so that a site knows who asks
   */
  Fetcher(Network network, Duration deadline, String home) {
    this.network = network;
    this.deadline = deadline;
    this.agent = "Jalon (+" + home + ")";
    // What is done is not kept in mind until its deadline.
    watch.setRemoveOnCancelPolicy(true);
  }

  /**
   * Asks a site for a file and gives it as it comes.
   *
   * @param largest bytes taken at most, over the line and unpacked
   * @param title what the file is called when neither its site nor its address names it, "" for
   *     nothing
   */
  Download open(WebAddress address, long largest, String title) throws FetchFailed {
    Attempt attempt = new Attempt(largest, title);
    try {
      return attempt.open(address);
    } catch (IOException | RuntimeException failed) {
      attempt.close();
      throw failed;
    }
  }

  @Override
  public void destroy() {
    watch.shutdownNow();
    lookUps.shutdownNow();
  }

  /** One file asked for, through all its redirects. */
  private final class Attempt implements Closeable {
    private final long largest;
    private final String title;
    private final ScheduledFuture<?> end;
    private volatile boolean expired;
    private volatile @Nullable HttpGet request;
    private @Nullable CloseableHttpClient client;

    Attempt(long largest, String title) {
      this.largest = largest;
      this.title = title;
      this.end = watch.schedule(this::expire, deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    Download open(WebAddress first) throws FetchFailed {
      WebAddress address = first;
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        ClassicHttpResponse response = ask(address);
        int status = response.getCode();
        if (status == 200 || status == 203) {
          return download(first, address, response);
        }
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null || !isRedirect(status)) {
          throw new FetchFailed(Failures.of(status), address.host());
        }
        WebAddress next = follow(address, location.getValue());
        if (address.scheme().equals("https") && !next.scheme().equals("https")) {
          throw new FetchFailed(FetchProblem.UNPROTECTED, address.host());
        }
        address = next;
      }
      throw new FetchFailed(FetchProblem.TOO_MANY_REDIRECTS, address.host());
    }

    private WebAddress follow(WebAddress from, @Nullable String location) throws FetchFailed {
      return from.follow(Texts.header(location == null ? "" : location));
    }

    private ClassicHttpResponse ask(WebAddress address) throws FetchFailed {
      closeClient();
      Guard guard = new Guard(network, address);
      List<InetAddress> numbers = guard.resolve(lookUps);
      CloseableHttpClient asking = client(guard, address, numbers);
      client = asking;
      HttpGet get =
          new HttpGet(URI.create(address.scheme() + "://" + address.host() + address.path()));
      get.setHeader(HttpHeaders.ACCEPT, "*/*");
      get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
      request = get;
      // The first word may take as long as any other; the words of the head together as well.
      ScheduledFuture<?> head =
          watch.schedule(this::expire, IDLE.toMillis(), TimeUnit.MILLISECONDS);
      try {
        if (expired) {
          throw new FetchFailed(FetchProblem.TOO_SLOW, address.host());
        }
        return asking.executeOpen(
            new HttpHost(address.scheme(), address.bareHost()), get, HttpClientContext.create());
      } catch (FetchFailed refused) {
        throw refused;
      } catch (IOException failed) {
        throw new FetchFailed(
            expired ? FetchProblem.TOO_SLOW : Failures.of(failed), address.host());
      } finally {
        head.cancel(false);
      }
    }

    private Download download(WebAddress first, WebAddress address, ClassicHttpResponse response)
        throws FetchFailed {
      String site = address.host();
      long announced = response.getEntity() == null ? 0 : response.getEntity().getContentLength();
      if (announced > largest) {
        throw new FetchFailed(FetchProblem.TOO_LARGE, site);
      }
      try {
        InputStream body =
            response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        Received received = new Received(body, site, largest, () -> expired);
        InputStream decoded = decoded(response, received, site);
        String type = value(response, HttpHeaders.CONTENT_TYPE);
        String name =
            FileNames.of(
                value(response, "Content-Disposition"), type, List.of(address, first), title);
        return new Download(
            new Download.Head(address, name, FileNames.mediaType(type), announced),
            received,
            decoded,
            this);
      } catch (FetchFailed refused) {
        throw refused;
      } catch (IOException failed) {
        throw new FetchFailed(expired ? FetchProblem.TOO_SLOW : FetchProblem.STRANGE_ANSWER, site);
      }
    }

    private InputStream decoded(ClassicHttpResponse response, Received received, String site)
        throws IOException {
      String coding =
          value(response, HttpHeaders.CONTENT_ENCODING).strip().toLowerCase(Locale.ROOT);
      return switch (coding) {
        case "", "identity" -> received;
        case "gzip", "x-gzip" -> received.decoded(new GZIPInputStream(received, 1 << 15));
        default -> throw new FetchFailed(FetchProblem.STRANGE_ANSWER, site);
      };
    }

    private void expire() {
      expired = true;
      HttpGet running = request;
      if (running != null) {
        running.cancel();
      }
    }

    private void closeClient() {
      CloseableHttpClient before = client;
      if (before != null) {
        before.close(CloseMode.IMMEDIATE);
      }
    }

    @Override
    public void close() {
      end.cancel(false);
      closeClient();
    }
  }

  private CloseableHttpClient client(Guard guard, WebAddress address, List<InetAddress> numbers) {
    SchemePortResolver ports = host -> network.port(host.getSchemeName());
    var connections =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                sockets(guard),
                ports,
                pinned(address.bareHost(), numbers, network.port(address.scheme())),
                RegistryBuilder.<TlsSocketStrategy>create().register("https", tls()).build()),
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(LONGEST_HEADER)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                .build());
    Timeout idle = Timeout.of(IDLE);
    connections.setSocketConfig(SocketConfig.custom().setSoTimeout(idle).build());
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(CONNECT))
            .setSocketTimeout(idle)
            .build());
    connections.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.of(CONNECT)).build());
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        // Straight there, whatever the environment says of proxies.
        .setRoutePlanner((host, context) -> straight(host))
        .setSchemePortResolver(ports)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(idle)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent(agent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private HttpRoute straight(HttpHost host) {
    String scheme = host.getSchemeName();
    return new HttpRoute(
        new HttpHost(scheme, host.getHostName(), network.port(scheme)),
        null,
        scheme.equals("https"));
  }

  private static DetachedSocketFactory sockets(Guard guard) {
    return new DetachedSocketFactory() {
      @Override
      public Socket create(@Nullable Proxy none) {
        return guard.socket();
      }

      @Override
      public Socket create(String scheme, @Nullable Proxy none) {
        return guard.socket();
      }
    };
  }

  /** The numbers already judged, and no other name's. */
  private static DnsResolver pinned(String host, List<InetAddress> numbers, int port) {
    List<InetAddress> tried = numbers.subList(0, Math.min(MOST_NUMBERS, numbers.size()));
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equals(host)) {
          throw new UnknownHostException(name);
        }
        return tried.toArray(InetAddress[]::new);
      }

      @Override
      public List<InetSocketAddress> resolve(String name, int ignored) throws UnknownHostException {
        return List.of(resolve(name)).stream()
            .map(number -> new InetSocketAddress(number, port))
            .toList();
      }

      @Override
      public String resolveCanonicalHostname(String name) {
        return name;
      }
    };
  }

  private TlsSocketStrategy tls() {
    return new DefaultClientTlsStrategy(
        network.certificates(), HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier());
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static String value(ClassicHttpResponse response, String header) {
    Header found = response.getFirstHeader(header);
    return found == null || found.getValue() == null ? "" : found.getValue();
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
