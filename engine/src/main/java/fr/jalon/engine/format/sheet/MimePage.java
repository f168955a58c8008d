package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a workbook that Excel saved as a web page in one file (MHTML, RFC 2557): a
 * message of several parts, one web page a sheet.
 */
final class MimePage {
  private static final int MAX_LINE = 1 << 20;
  private static final int MAX_HEADERS = 200;

  /** How much of a page is looked at for what it says of its sheet, the first one of all. */
  private static final int SAID_WITHIN = 1 << 20;

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)");
  private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)");
  private static final Pattern SHEET_NAME = Pattern.compile("<x:Name>([^<]{1,200})</x:Name>");
  private static final Pattern HIDDEN_SHEET = Pattern.compile("<x:Visible>\\s*Sheet(Very)?Hidden");
  private static final Pattern SHEET_PAGE = Pattern.compile(".*sheet\\d+\\.html?");

  private final InputStream in;
  private final HtmlWorkbookReader pages;
  private final Deque<String> names = new ArrayDeque<>();
  private String boundary = "";
  private boolean first = true;

  MimePage(InputStream in, Path work) {
    this.in = in;
    this.pages = new HtmlWorkbookReader(work);
  }

  /** True when a file begins as such a message does. */
  static boolean recognizes(String head) {
    String start = head.toLowerCase(Locale.ROOT);
    return start.strip().startsWith("mime-version:") && start.contains("multipart/related");
  }

  Workbook read() throws IOException {
    boolean done = false;
    try {
      Matcher found = BOUNDARY.matcher(headers().getOrDefault("content-type", ""));
      if (!found.find()) {
        throw new RefusedException("corrupt-workbook");
      }
      boundary = "--" + found.group(1);
      skipPart();
      while (part()) {
        // each part adds its tables
      }
      done = true;
      return pages.workbook();
    } finally {
      if (!done) {
        pages.close();
      }
    }
  }

  /** Reads a part up to the boundary after it; false when there is none. */
  private boolean part() throws IOException {
    Map<String, String> headers = headers();
    if (headers.isEmpty()) {
      return false;
    }
    String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/html")) {
      skipPart();
      return true;
    }
    Body body = new Body(headers.getOrDefault("content-transfer-encoding", ""));
    Charset charset = charset(type);
    byte[] start = body.readNBytes(SAID_WITHIN);
    String said = beforeTable(new String(start, charset));
    if (first) {
      first = false;
      Matcher found = SHEET_NAME.matcher(said);
      while (found.find()) {
        names.add(found.group(1));
      }
    }
    boolean hidden = HIDDEN_SHEET.matcher(said).find();
    InputStream page = new SequenceInputStream(new ByteArrayInputStream(start), body);
    String place = headers.getOrDefault("content-location", "").toLowerCase(Locale.ROOT);
    String name = SHEET_PAGE.matcher(place).matches() || names.size() == 1 ? names.poll() : null;
    Reader reader = new InputStreamReader(page, charset);
    pages.add(new BufferedReader(reader, 1 << 14), name, hidden);
    while (body.read() >= 0) {
      // nothing of a page is left after its last table
    }
    return true;
  }

  private static String beforeTable(String page) {
    int table = page.indexOf("<table");
    return table < 0 ? page : page.substring(0, table);
  }

  private void skipPart() throws IOException {
    for (String line = line(); line != null && !isBoundary(line); line = line()) {
      // a picture, a style sheet
    }
  }

  private boolean isBoundary(String line) {
    return line.startsWith(boundary);
  }

  /** The headers up to a blank line, by their names in lower case. */
  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    String name = "";
    int count = 0;
    for (String line = line(); line != null && !line.isBlank(); line = line()) {
      if (++count > MAX_HEADERS) {
        throw new RefusedException("corrupt-workbook");
      }
      int colon = line.indexOf(':');
      if (Character.isWhitespace(line.charAt(0))) {
        headers.merge(name, line, String::concat);
      } else if (colon > 0) {
        name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /** A line without its end, one character a byte; null after the last one. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (line.size() == MAX_LINE) {
        throw new RefusedException("corrupt-workbook");
      }
      line.write(b);
      b = in.read();
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static Charset charset(String type) {
    Matcher found = CHARSET.matcher(type);
    if (found.find() && !found.group(1).equals("us-ascii")) {
      try {
        return Charset.forName(found.group(1));
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        return Charset.forName("windows-1252");
      }
    }
    return Charset.forName("windows-1252");
  }

  /** The bytes of a part, decoded line by line up to the boundary. */
  private final class Body extends InputStream {
    private final String encoding;
    private byte[] bytes = new byte[0];
    private int at;
    private boolean ended;

    Body(String encoding) {
      this.encoding = encoding.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public int read() throws IOException {
      return more() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, target, offset, n);
      at += n;
      return n;
    }

    private boolean more() throws IOException {
      while (at == bytes.length && !ended) {
        String line = line();
        if (line == null || isBoundary(line)) {
          ended = true;
        } else {
          bytes = decoded(line);
          at = 0;
        }
      }
      return at < bytes.length;
    }

    private byte[] decoded(String line) throws IOException {
      return switch (encoding) {
        case "quoted-printable" -> quotedPrintable(line);
        case "base64" -> base64(line);
        default -> (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
      };
    }

    private byte[] base64(String line) throws IOException {
      try {
        return Base64.getMimeDecoder().decode(line);
      } catch (IllegalArgumentException e) {
        throw new RefusedException("corrupt-workbook");
      }
    }

    private byte[] quotedPrintable(String line) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String text = line.stripTrailing();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c != '=') {
          out.write(c);
        } else if (i == text.length() - 1) {
          return out.toByteArray();
        } else {
          int high = Character.digit(text.charAt(i + 1), 16);
          int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
          if (high >= 0 && low >= 0) {
            out.write(high << 4 | low);
            i += 2;
          } else {
            out.write(c);
          }
        }
      }
      out.write('\n');
      return out.toByteArray();
    }
  }
}
