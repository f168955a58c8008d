package fr.jalon.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server of this machine that takes every mail: as much SMTP as one needs (RFC 5321). */
public final class MailCatcher implements Closeable {
  private final ServerSocket socket;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Caught> mails = new CopyOnWriteArrayList<>();

  /**
   * @param id what its Message-ID says
   */
  public record Caught(String recipient, String id) {}

  public MailCatcher() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "mail-catcher");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** All that clients said, line by line. */
  public List<String> lines() {
    return lines;
  }

  /** Each mail that was said OK to. */
  public List<Caught> mails() {
    return mails;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept();
          var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
        converse(in, client.getOutputStream());
      } catch (IOException gone) {
        // the client was killed, or the test is over
      }
    }
  }

  private void converse(BufferedReader in, OutputStream out) throws IOException {
    say(out, "220 catcher");
    List<String> recipients = new ArrayList<>();
    String id = "";
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      lines.add(line);
      if (data && !line.equals(".")) {
        id = line.startsWith("Message-ID:") ? line.substring(11).strip() : id;
        continue;
      }
      if (line.startsWith("RCPT TO:")) {
        recipients.add(line.replaceAll(".*<|>.*", ""));
      }
      if (data) {
        for (String recipient : recipients) {
          mails.add(new Caught(recipient, id));
        }
        recipients.clear();
      }
      data = line.equals("DATA");
      say(out, data ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
