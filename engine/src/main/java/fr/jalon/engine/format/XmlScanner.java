package fr.jalon.engine.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML event by event from bytes: the one door by which XML enters the engine.
 *
 * <p>It has no entities but the five of the standard, opens nothing outside and refuses any
 * DOCTYPE, so that neither entity bombs nor external entities have anything to work with. Names and
 * text stay bytes of UTF-8 (another declared encoding is turned into it first), which is why it is
 * several times faster than a general reader on sheets. Malformed text is a {@link
 * RefusedException} {@code corrupt-xml}. Not thread-safe.
 */
public final class XmlScanner implements Closeable {
  /** What {@link #next} found. */
  public enum Event {
    START,
    END,
    TEXT,
    END_DOCUMENT
  }

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private boolean ended;

  private final int[] opened = new int[Limits.XML_DEPTH + 1];
  private int depth;
  private boolean rootSeen;
  private boolean emptyElement;

  private int nameStart;
  private int localStart;
  private int nameEnd;
  private int nameHash;

  private int attributes;
  private int[] attributePlaces = new int[64];

  private byte[] text = new byte[256];
  private byte[] textBytes = buffer;
  private int textStart;
  private int textEnd;

  private XmlScanner(InputStream in) {
    this.in = in;
  }

  /** Starts reading; looks at the first bytes for another encoding than UTF-8. */
  public static XmlScanner of(InputStream source) throws IOException {
    PushbackInputStream in = new PushbackInputStream(source, 1 << 10);
    byte[] start = in.readNBytes(1 << 10);
    Charset charset = charset(start);
    int skip =
        starts(start, 0xef, 0xbb, 0xbf)
            ? 3
            : starts(start, 0xff, 0xfe) || starts(start, 0xfe, 0xff) ? 2 : 0;
    in.unread(start, skip, start.length - skip);
    if (charset.equals(StandardCharsets.UTF_8)) {
      return new XmlScanner(in);
    }
    return new XmlScanner(new Transcoder(new InputStreamReader(in, charset)));
  }

  /** The next event. Runs of text come in one piece, except around comments and CDATA. */
  public Event next() throws IOException {
    if (emptyElement) {
      emptyElement = false;
      depth--;
      return Event.END;
    }
    while (true) {
      if (position == limit && !fill(position)) {
        if (depth > 0 || !rootSeen) {
          throw malformed();
        }
        return Event.END_DOCUMENT;
      }
      if (buffer[position] != '<') {
        if (text()) {
          return Event.TEXT;
        }
        continue;
      }
      require(2);
      switch (buffer[position + 1]) {
        case '/' -> {
          endTag();
          return Event.END;
        }
        case '?' -> skipPast("?>");
        case '!' -> {
          if (declaration()) {
            return Event.TEXT;
          }
        }
        default -> {
          startTag();
          return Event.START;
        }
      }
    }
  }

  /** Elements open around the place reached, the current one included at its start. */
  public int depth() {
    return depth;
  }

  /** True when the element just met has this name, its prefix put aside. */
  public boolean at(String local) {
    return same(localStart, nameEnd, local);
  }

  /** True when the element just met has this name, prefix included. */
  public boolean atQualified(String name) {
    return same(nameStart, nameEnd, name);
  }

  /** The name of the element just met, without its prefix. */
  public String localName() {
    return new String(buffer, localStart, nameEnd - localStart, StandardCharsets.UTF_8);
  }

  /**
   * The value of an attribute of the element just started, null when absent; {@code name} as
   * written, prefix included.
   */
  public @Nullable String attribute(String name) {
    int index = attributeIndex(name);
    return index < 0 ? null : decoded(valueStart(index), valueEnd(index));
  }

  /**
   * The value of the attribute of this name behind some prefix, null when absent; one without
   * prefix does not count.
   */
  public @Nullable String attributeOfAnyPrefix(String local) {
    for (int i = 0; i < attributes; i++) {
      int end = attributePlaces[4 * i + 1];
      int from = end - local.length();
      if (from > attributePlaces[4 * i] + 1 && buffer[from - 1] == ':' && same(from, end, local)) {
        return decoded(valueStart(i), valueEnd(i));
      }
    }
    return null;
  }

  /** The position of an attribute of the element just started, -1 when absent. */
  public int attributeIndex(String name) {
    for (int i = 0; i < attributes; i++) {
      if (same(attributePlaces[4 * i], attributePlaces[4 * i + 1], name)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the raw value of an attribute begins in {@link #buffer}, until the next event. */
  public int valueStart(int attribute) {
    return attributePlaces[4 * attribute + 2];
  }

  public int valueEnd(int attribute) {
    return attributePlaces[4 * attribute + 3];
  }

  /** The bytes attributes are in, until the next event. */
  public byte[] buffer() {
    return buffer;
  }

  /** The bytes of the text just met, from {@link #textStart} to {@link #textEnd}. */
  public byte[] textBytes() {
    return textBytes;
  }

  public int textStart() {
    return textStart;
  }

  public int textEnd() {
    return textEnd;
  }

  /** All the text inside the element just started, read up to its end. */
  public String elementText() throws IOException {
    StringBuilder all = new StringBuilder();
    int around = depth;
    for (Event event = next(); event != Event.END || depth >= around; event = next()) {
      if (event == Event.TEXT) {
        if (all.length() > Limits.VALUE_BYTES) {
          throw new RefusedException("xml-too-long");
        }
        all.append(new String(textBytes, textStart, textEnd - textStart, StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  /** Reads up to the end of the element just started. */
  public void skipElement() throws IOException {
    int around = depth;
    Event event = next();
    while (event != Event.END || depth >= around) {
      event = next();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void startTag() throws IOException {
    while (!wholeStartTag()) {
      fillUp();
    }
    if (depth == 0 && rootSeen) {
      throw malformed();
    }
    if (depth == Limits.XML_DEPTH) {
      throw new RefusedException("xml-too-deep");
    }
    opened[depth++] = nameHash;
    rootSeen = true;
  }

  /** Reads the start tag at the position; false when it goes on beyond the bytes at hand. */
  private boolean wholeStartTag() throws IOException {
    int at = name(position + 1);
    attributes = 0;
    while (true) {
      while (at < limit && isSpace(buffer[at])) {
        at++;
      }
      if (at + 1 >= limit) {
        if (at < limit && buffer[at] == '>') {
          emptyElement = false;
          break;
        }
        return false;
      }
      byte b = buffer[at];
      if (b == '>') {
        emptyElement = false;
        break;
      }
      if (b == '/') {
        if (buffer[++at] != '>') {
          throw malformed();
        }
        emptyElement = true;
        break;
      }
      at = attribute(at);
      if (at < 0) {
        return false;
      }
    }
    if (nameEnd == nameStart) {
      throw malformed();
    }
    position = at + 1;
    return true;
  }

  /** Reads a name from here on; gives the place after it. */
  private int name(int from) {
    int at = from;
    int hash = 0;
    nameStart = at;
    localStart = at;
    while (at < limit && !isSpace(buffer[at]) && buffer[at] != '/' && buffer[at] != '>') {
      if (buffer[at] == ':') {
        localStart = at + 1;
      }
      hash = hash * 31 + buffer[at++];
    }
    nameEnd = at;
    nameHash = hash;
    return at;
  }

  /** Reads one attribute; gives the place after it, -1 when it goes on beyond the bytes at hand. */
  private int attribute(int from) throws IOException {
    int at = from;
    while (at < limit && buffer[at] != '=' && !isSpace(buffer[at])) {
      if (buffer[at] == '<' || buffer[at] == '>') {
        throw malformed();
      }
      at++;
    }
    int nameStop = at;
    while (at < limit && isSpace(buffer[at])) {
      at++;
    }
    if (at < limit && buffer[at] != '=') {
      throw malformed();
    }
    at++;
    while (at < limit && isSpace(buffer[at])) {
      at++;
    }
    if (at >= limit) {
      return -1;
    }
    byte quote = buffer[at++];
    if (quote != '"' && quote != '\'') {
      throw malformed();
    }
    int value = at;
    while (at < limit && buffer[at] != quote) {
      if (buffer[at] == '<') {
        throw malformed();
      }
      at++;
    }
    if (at >= limit) {
      return -1;
    }
    addAttribute(from, nameStop, value, at);
    return at + 1;
  }

  private void addAttribute(int name, int nameStop, int value, int valueStop)
      throws RefusedException {
    if (attributes == Limits.XML_ATTRIBUTES) {
      throw malformed();
    }
    if (4 * attributes == attributePlaces.length) {
      attributePlaces = Arrays.copyOf(attributePlaces, attributePlaces.length * 2);
    }
    int at = 4 * attributes++;
    attributePlaces[at] = name;
    attributePlaces[at + 1] = nameStop;
    attributePlaces[at + 2] = value;
    attributePlaces[at + 3] = valueStop;
  }

  private void endTag() throws IOException {
    int at = name(position + 2);
    while (at >= limit || buffer[at] != '>') {
      if (at < limit && !isSpace(buffer[at])) {
        throw malformed();
      }
      if (at++ >= limit) {
        fillUp();
        at = name(position + 2);
      }
    }
    if (depth == 0 || opened[depth - 1] != nameHash) {
      throw malformed();
    }
    depth--;
    position = at + 1;
  }

  /** Brings as many bytes at hand as there is room for, from the position on. */
  private void fillUp() throws IOException {
    if (!fill(position)) {
      throw malformed();
    }
    while (limit < buffer.length && fill(position)) {
      // a tag read again each time a few bytes come would take for ever
    }
  }

  /** A comment is skipped, CDATA is text (true), a DOCTYPE is refused. */
  private boolean declaration() throws IOException {
    if (startsWith("<!--")) {
      position += 4;
      skipPast("-->");
      return false;
    }
    if (startsWith("<![CDATA[")) {
      if (depth == 0) {
        throw malformed();
      }
      position += 9;
      cdata();
      return true;
    }
    if (startsWith("<!DOCTYPE") || startsWith("<!doctype")) {
      throw new RefusedException("xml-doctype");
    }
    throw malformed();
  }

  private void cdata() throws IOException {
    int length = 0;
    int brackets = 0;
    while (true) {
      if (position == limit && !fill(position)) {
        throw malformed();
      }
      byte b = buffer[position++];
      if (b == '>' && brackets >= 2) {
        length -= 2;
        break;
      }
      brackets = b == ']' ? brackets + 1 : 0;
      if (length == Limits.VALUE_BYTES) {
        throw new RefusedException("xml-too-long");
      }
      length = append(length, b);
    }
    textBytes = text;
    textStart = 0;
    textEnd = length;
  }

  /** Reads a run of text; false when it is only the space around the root element. */
  private boolean text() throws IOException {
    int at = position;
    boolean plain = true;
    while (true) {
      while (at < limit && buffer[at] != '<') {
        plain &= buffer[at] != '&' && buffer[at] != '\r';
        at++;
      }
      if (at < limit) {
        break;
      }
      int offset = at - position;
      boolean more = fill(position);
      at = position + offset;
      if (!more) {
        break;
      }
    }
    if (depth == 0) {
      for (; position < at; position++) {
        if (!isSpace(buffer[position])) {
          throw malformed();
        }
      }
      return false;
    }
    if (plain) {
      textBytes = buffer;
      textStart = position;
      textEnd = at;
    } else {
      unescape(position, at);
    }
    position = at;
    return true;
  }

  private void unescape(int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = buffer[i];
      if (b == '&') {
        int stop = i + 1;
        while (stop < to && stop - i < 12 && buffer[stop] != ';') {
          stop++;
        }
        int code = stop < to && buffer[stop] == ';' ? reference(i + 1, stop) : -1;
        if (code >= 0) {
          for (byte c : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
            length = append(length, c);
          }
          i = stop;
          continue;
        }
      } else if (b == '\r') {
        if (i + 1 < to && buffer[i + 1] == '\n') {
          continue;
        }
        b = '\n';
      }
      length = append(length, b);
    }
    textBytes = text;
    textStart = 0;
    textEnd = length;
  }

  /** The character a reference stands for, -1 for one that only a DOCTYPE could have declared. */
  private int reference(int from, int to) {
    String name = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> name.startsWith("#") ? number(name.substring(1)) : -1;
    };
  }

  private static int number(String digits) {
    try {
      int code =
          digits.startsWith("x") || digits.startsWith("X")
              ? Integer.parseInt(digits.substring(1), 16)
              : Integer.parseInt(digits);
      boolean valid =
          code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code != 0xfffe;
      return valid ? code : 0xfffd;
    } catch (NumberFormatException e) {
      return 0xfffd;
    }
  }

  private int append(int length, byte b) {
    if (length == text.length) {
      text = Arrays.copyOf(text, length * 2);
    }
    text[length] = b;
    return length + 1;
  }

  private String decoded(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '&') {
        byte[] kept = textBytes;
        int start = textStart;
        int end = textEnd;
        unescape(from, to);
        String value = new String(text, 0, textEnd, StandardCharsets.UTF_8);
        textBytes = kept;
        textStart = start;
        textEnd = end;
        return value;
      }
    }
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }

  private boolean same(int from, int to, String name) {
    int length = name.length();
    if (to - from != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (buffer[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean startsWith(String start) throws IOException {
    require(start.length());
    return same(position, position + start.length(), start);
  }

  private void require(int bytes) throws IOException {
    while (limit - position < bytes) {
      if (!fill(position)) {
        // pad with spaces: no markup can be completed by them
        if (limit + bytes > buffer.length) {
          buffer = Arrays.copyOf(buffer, limit + bytes);
        }
        Arrays.fill(buffer, limit, position + bytes, (byte) ' ');
        return;
      }
    }
  }

  private void skipPast(String end) throws IOException {
    int matched = 0;
    while (matched < end.length()) {
      if (position == limit && !fill(position)) {
        throw malformed();
      }
      byte b = buffer[position++];
      if (b == end.charAt(matched)) {
        matched++;
      } else if (!(b == '-' && matched == 2 && end.equals("-->"))) {
        matched = b == end.charAt(0) ? 1 : 0;
      }
    }
  }

  /** Reads more bytes, keeping those from {@code keep} on, which move to the front. */
  private boolean fill(int keep) throws IOException {
    if (ended) {
      return false;
    }
    int kept = limit - keep;
    if (keep > 0) {
      System.arraycopy(buffer, keep, buffer, 0, kept);
      position -= keep;
      limit = kept;
    }
    if (limit == buffer.length) {
      if (limit >= Limits.VALUE_BYTES) {
        throw new RefusedException("xml-too-long");
      }
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    int n = in.read(buffer, limit, buffer.length - limit);
    if (n <= 0) {
      ended = true;
      return false;
    }
    limit += n;
    return true;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  private static RefusedException malformed() {
    return new RefusedException("corrupt-xml");
  }

  private static boolean starts(byte[] bytes, int... values) {
    if (bytes.length < values.length) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if ((bytes[i] & 0xff) != values[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset charset(byte[] start) {
    if (starts(start, 0xff, 0xfe) || starts(start, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(start, 0xfe, 0xff) || starts(start, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    String head = new String(start, StandardCharsets.ISO_8859_1);
    int end = head.indexOf("?>");
    int at = head.indexOf("encoding");
    if (!head.startsWith("<?xml") || at < 0 || at > end) {
      return StandardCharsets.UTF_8;
    }
    String declared = head.substring(at + 8, end).replaceAll("[\\s='\"]", "");
    String name = declared.toLowerCase(Locale.ROOT);
    if (name.startsWith("utf-16") || name.equals("us-ascii")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name.equals("iso-8859-1") ? "windows-1252" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Characters of another encoding, as bytes of UTF-8. */
  private static final class Transcoder extends InputStream {
    private final InputStreamReader reader;
    private final char[] characters = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private char high;

    Transcoder(InputStreamReader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return more() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (!more()) {
        return -1;
      }
      int n = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, target, offset, n);
      at += n;
      return n;
    }

    private boolean more() throws IOException {
      while (at == bytes.length) {
        int kept = 0;
        if (high != 0) {
          characters[kept++] = high;
          high = 0;
        }
        int n = reader.read(characters, kept, characters.length - kept);
        if (n < 0) {
          return false;
        }
        int count = kept + n;
        if (Character.isHighSurrogate(characters[count - 1])) {
          high = characters[--count];
        }
        bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
