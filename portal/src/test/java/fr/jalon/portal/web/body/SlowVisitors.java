package fr.jalon.portal.web.body;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections to this machine that are held open and hardly move: they send a byte of their body
 * now and then, or read nothing of the answer they asked for. At most a thousand, closed at the
 * end.
 */
final class SlowVisitors implements AutoCloseable {
  private static final int MOST = 1000;

  /** The least a system gives: nothing of the answer waits on this side. */
  private static final int RECEIVED = 4096;

  private final int port;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final List<Thread> senders = new ArrayList<>();
  private volatile boolean closed;

  SlowVisitors(int port) {
    this.port = port;
  }

  /** So many connections that begin a request and send a byte more of it every so often. */
  void send(int count, String head, Duration pause) throws IOException {
    List<SocketChannel> slow = open(count, head);
    var sender = new Thread(() -> drip(slow, pause), "slow-senders");
    sender.setDaemon(true);
    sender.start();
    senders.add(sender);
  }

  /** So many connections that ask and read nothing. */
  void ask(int count, String head) throws IOException {
    open(count, head);
  }

  /** What the server said to the first connection; waits for it. */
  String firstAnswer() throws IOException {
    SocketChannel first = channels.get(0);
    first.configureBlocking(true);
    ByteBuffer answer = ByteBuffer.allocate(4096);
    first.read(answer);
    return new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
  }

  private List<SocketChannel> open(int count, String head) throws IOException {
    if (channels.size() + count > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " connections");
    }
    List<SocketChannel> opened = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVED);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
      channel.configureBlocking(false);
      opened.add(channel);
    }
    channels.addAll(opened);
    return opened;
  }

  private void drip(List<SocketChannel> slow, Duration pause) {
    try {
      while (!closed) {
        for (SocketChannel channel : slow) {
          try {
            channel.write(ByteBuffer.wrap(new byte[] {'a'}));
          } catch (IOException cutOff) {
            // told to go, or closed
          }
        }
        Thread.sleep(pause.toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    senders.forEach(Thread::interrupt);
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }
}
