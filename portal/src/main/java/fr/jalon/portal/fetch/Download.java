package fr.jalon.portal.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A file on its way from another site: read {@link #content} to its end, then close. Reading throws
 * {@link FetchFailed} when the site stops, is too slow or gives too much.
 */
public final class Download implements AutoCloseable {
  private static final int LOOKED_AT = 1024;
  private static final List<String> PAGE = List.of("<!doctype html", "<html", "<head", "<body");

  private final WebAddress address;
  private final String name;
  private final String type;
  private final long announced;
  private final BufferedInputStream content;
  private final Received received;
  private final AutoCloseable connection;

  Download(Head head, Received received, InputStream decoded, AutoCloseable connection) {
    this.address = head.address();
    this.name = head.name();
    this.type = head.type();
    this.announced = head.announced();
    this.received = received;
    this.content = new BufferedInputStream(decoded, 1 << 16);
    this.connection = connection;
  }

  /**
   * What the site said before the file.
   *
   * @param announced bytes to come, -1 when unknown
   */
  record Head(WebAddress address, String name, String type, long announced) {}

  /** Where the file is: the address at the end of all redirects. */
  public WebAddress address() {
    return address;
  }

  /** What to call the file. */
  public String name() {
    return name;
  }

  /** The media type the site gives, in lower case, without its parameters; "" for none. */
  public String type() {
    return type;
  }

  /** Bytes that will come over the line, -1 when the site does not say. */
  public long announced() {
    return announced;
  }

  /** Bytes that came over the line so far. */
  public long received() {
    return received.count();
  }

  public InputStream content() {
    return content;
  }

  /**
   * True when what comes is a page to read rather than a file; nothing of the content is used up.
   */
  public boolean isPage() throws IOException {
    content.mark(LOOKED_AT);
    byte[] start = content.readNBytes(LOOKED_AT - 1);
    content.reset();
    boolean calledPage = type.equals("text/html") || type.equals("application/xhtml+xml");
    return calledPage && startsAsPage(new String(start, StandardCharsets.UTF_8));
  }

  /** True when the first tag is one of a page, whatever blanks and comments come before. */
  private static boolean startsAsPage(String text) {
    String lower = text.replace("\uFEFF", "").toLowerCase(Locale.ROOT);
    int at = 0;
    while (at >= 0 && at < lower.length()) {
      String rest = lower.substring(at).stripLeading();
      at = lower.length() - rest.length();
      if (rest.startsWith("<!--")) {
        at = after(lower, "-->", at);
      } else if (rest.startsWith("<?")) {
        at = after(lower, ">", at);
      } else {
        String spaced = rest.replaceFirst("\\s+", " ");
        return PAGE.stream().anyMatch(spaced::startsWith);
      }
    }
    return false;
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? -1 : found + end.length();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (Exception alreadyClosed) {
      // What was wanted of it is here, or was said not to be.
    }
  }
}
