package fr.jalon.portal.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets one connection to one site pass, or not. The name is looked up once, every number it stands
 * for is judged, and the socket judges again the one it connects to: there is no second look-up a
 * site could answer otherwise.
 */
final class Guard {
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(10);

  private final Network network;
  private final WebAddress address;

  Guard(Network network, WebAddress address) {
    this.network = network;
    this.address = address;
  }

  /**
   * The numbers of the site, all of them allowed: one that is not condemns the others, for nobody
   * honest has both.
   *
   * @param lookUp where the look-up runs, for the machine's own may take minutes
   */
  List<InetAddress> resolve(Executor lookUp) throws FetchFailed {
    if (address.specialName() && !isListed()) {
      throw failed(FetchProblem.NOT_PUBLIC);
    }
    List<InetAddress> found = lookUp(lookUp);
    if (found.isEmpty()) {
      throw failed(FetchProblem.UNKNOWN_SITE);
    }
    for (InetAddress one : found) {
      require(one);
    }
    return found;
  }

  /** A socket that connects to no number but an allowed one, and through no proxy. */
  Socket socket() {
    return new GuardedSocket();
  }

  private boolean isListed() {
    return network.listed(address.host());
  }

  private List<InetAddress> lookUp(Executor executor) throws FetchFailed {
    var answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return network.resolve(address.host());
              } catch (UnknownHostException unknown) {
                return List.<InetAddress>of();
              }
            },
            executor);
    try {
      return answer.get(LONGEST_LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException noAnswer) {
      throw failed(FetchProblem.UNKNOWN_SITE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw failed(FetchProblem.UNREACHABLE);
    }
  }

  private void require(InetAddress number) throws FetchFailed {
    if (!network.allows(address.host(), number)) {
      throw failed(FetchProblem.NOT_PUBLIC);
    }
  }

  private FetchFailed failed(FetchProblem problem) {
    return new FetchFailed(problem, address.host());
  }

  private final class GuardedSocket extends Socket {
    GuardedSocket() {
      super(Proxy.NO_PROXY);
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
      connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      if (!(to instanceof InetSocketAddress there)
          || there.getAddress() == null
          || there.getPort() != network.port(address.scheme())) {
        throw failed(FetchProblem.PORT);
      }
      require(there.getAddress());
      super.connect(to, timeout);
    }
  }
}
