package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Refusal;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A JSON file and its encoding, read as tokens under limits. Small slips of hand-made files
 * (trailing commas, comments, raw tabs, NaN) are let through, and so is JSON inside a line of
 * JavaScript ({@code var lieux = …;}) or between the marks of a sequence (RFC 8142).
 *
 * @param bom bytes of the byte-order mark
 * @param start where the JSON begins, in bytes
 * @param end where it ends, in bytes
 * @param sequence true when marks stand between its texts
 */
record JsonInput(Path path, Charset charset, int bom, long start, long end, boolean sequence) {
  private static final int HEAD_BYTES = 1 << 16;
  private static final int TAIL_BYTES = 256;

  /** Before each text of a sequence. */
  private static final char MARK = 0x1e;

  /** What closes a script after its data. */
  private static final String CLOSING = " \t\r\n;)";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.JSON_DEPTH)
                  .maxNumberLength(Limits.JSON_NUMBER_LENGTH)
                  .maxNameLength(Limits.JSON_NAME_LENGTH)
                  .maxStringLength(Limits.VALUE_BYTES)
                  .build())
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();

  /** What may stand before JSON in a script: a name that is given it, or a call. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:export\\s+default\\s+|(?:(?:var|let|const)\\s+)?[\\w$.]{1,100}\\s*[=(]\\s*)"
              + "(?=[\\[{])");

  private static final Pattern SENTINEL = Pattern.compile("\\)]}',?\\s*(?=[\\[{])");

  /** Looks at the whole file for its encoding: UTF-8 unless its bytes are not. */
  static JsonInput of(Path path) throws IOException {
    byte[] head = start(path, HEAD_BYTES);
    JsonInput marked = marked(path, head);
    if (marked.charset != StandardCharsets.UTF_8) {
      return marked;
    }
    Charset charset =
        marked.bom > 0 || Utf8.isValid(path) ? marked.charset : Charset.forName("windows-1252");
    String text =
        new String(head, marked.bom, head.length - marked.bom, StandardCharsets.ISO_8859_1);
    int before = before(text);
    boolean sequence = text.indexOf(MARK) >= 0;
    return before <= 0
        ? new JsonInput(path, charset, marked.bom, marked.bom, Long.MAX_VALUE, sequence)
        : new JsonInput(path, charset, marked.bom, marked.bom + before, end(path), sequence);
  }

  /** Characters of script before the JSON, 0 when it begins at once, -1 when there is none. */
  private static int before(String text) {
    int at = blank(text, 0);
    if (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[')) {
      return 0;
    }
    for (Pattern pattern : List.of(SENTINEL, SCRIPT)) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      if (matcher.lookingAt()) {
        return matcher.end();
      }
    }
    return -1;
  }

  /** Passes over blanks, marks of sequences and comments. */
  private static int blank(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c <= ' ') {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return at;
      }
    }
    return at;
  }

  /** Where the JSON inside a script ends: before the marks that close the script. */
  private static long end(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      int length = (int) Math.min(TAIL_BYTES, size);
      ByteBuffer tail = ByteBuffer.allocate(length);
      while (tail.hasRemaining() && channel.read(tail, size - length + tail.position()) >= 0) {}
      int end = tail.position();
      while (end > 0 && CLOSING.indexOf(tail.get(end - 1)) >= 0) {
        end--;
      }
      return size - length + end;
    }
  }

  /** Says how the file was not quite JSON. */
  void notes(Features features) {
    if (!encoding().equals("utf-8")) {
      features.note(new Note("not-utf-8", Map.of("encoding", encoding())));
    }
    if (start > bom) {
      features.note(Note.of("json-in-script"));
    }
  }

  private static JsonInput of(Path path, Charset charset, int bom) {
    return new JsonInput(path, charset, bom, bom, Long.MAX_VALUE, false);
  }

  private static JsonInput marked(Path path, byte[] start) {
    // what is not there is no byte, and part of no mark
    int first = start.length > 0 ? start[0] & 0xff : -1;
    int second = start.length > 1 ? start[1] & 0xff : -1;
    int third = start.length > 2 ? start[2] & 0xff : -1;
    if (first == 0xef && second == 0xbb && third == 0xbf) {
      return of(path, StandardCharsets.UTF_8, 3);
    }
    if (first == 0xff && second == 0xfe) {
      return of(path, StandardCharsets.UTF_16LE, 2);
    }
    if (first == 0xfe && second == 0xff) {
      return of(path, StandardCharsets.UTF_16BE, 2);
    }
    if (first > 0 && second == 0) {
      return of(path, StandardCharsets.UTF_16LE, 0);
    }
    return first == 0 && second > 0 && second < 0x80
        ? of(path, StandardCharsets.UTF_16BE, 0)
        : of(path, StandardCharsets.UTF_8, 0);
  }

  /** IANA name of the encoding, in lower case. */
  String encoding() {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return name.startsWith("utf-16") ? "utf-16" : name;
  }

  JsonParser parser() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    InputStream in = sequence ? new Marks(file) : file;
    in.skipNBytes(start);
    InputStream part = end == Long.MAX_VALUE ? in : new Part(in, end - start);
    if (charset == StandardCharsets.UTF_8) {
      return FACTORY.createParser(ObjectReadContext.empty(), part);
    }
    return FACTORY.createParser(ObjectReadContext.empty(), new InputStreamReader(part, charset));
  }

  /** The marks between the texts of a sequence become blanks; none may stand inside one. */
  private static final class Marks extends FilterInputStream {
    Marks(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return b == MARK ? ' ' : b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      for (int i = offset; i < offset + n; i++) {
        if (bytes[i] == MARK) {
          bytes[i] = ' ';
        }
      }
      return n;
    }
  }

  /** The first bytes of a stream. */
  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int n = super.read(bytes, offset, (int) Math.min(length, left));
      left -= Math.max(0, n);
      return n;
    }
  }

  /**
   * A parser over the beginning of a file, whose structure only is to be looked at; null when it
   * does not begin as JSON does.
   */
  static @Nullable JsonParser head(Path path) throws IOException {
    byte[] bytes = start(path, HEAD_BYTES);
    JsonInput marked = marked(path, bytes);
    Charset wide =
        marked.charset == StandardCharsets.UTF_8 ? StandardCharsets.ISO_8859_1 : marked.charset;
    String text = new String(bytes, marked.bom, bytes.length - marked.bom, wide);
    int before = before(text);
    if (before < 0) {
      return null;
    }
    String json = text.substring(before).replace(MARK, ' ');
    int end = json.length();
    boolean whole = bytes.length < HEAD_BYTES;
    while (before > 0 && whole && end > 0 && CLOSING.indexOf(json.charAt(end - 1)) >= 0) {
      end--;
    }
    Reader reader = new StringReader(json.substring(0, end));
    return FACTORY.createParser(ObjectReadContext.empty(), reader);
  }

  /** The refusal of a file that is not the JSON it began as. */
  static RefusedException refused(JacksonException problem) {
    if (problem instanceof StreamConstraintsException) {
      String message = String.valueOf(problem.getMessage());
      return new RefusedException(message.contains("nesting") ? "json-too-deep" : "json-too-long");
    }
    var place = problem.getLocation();
    String line = place == null ? "?" : Integer.toString(place.getLineNr());
    return new RefusedException(new Refusal("corrupt-json", Map.of("line", line)));
  }

  private static byte[] start(Path path, int most) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    }
  }
}
