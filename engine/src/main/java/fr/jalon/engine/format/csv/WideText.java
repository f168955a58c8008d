package fr.jalon.engine.format.csv;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text whose characters take several bytes each, written again as UTF-8 so that it can be parsed.
 *
 * @param replaced characters that could not be read
 * @param slips places where a byte was missing or too many and the reading was set right again
 */
record WideText(long replaced, long slips) {
  private static final char LOST = '\ufffd';
  private static final char MARK = '\ufeff';

  static final WideText NONE = new WideText(0, 0);

  /** Writes the file again; byte-order marks at its beginning are left out, however many. */
  static WideText rewrite(Path path, EncodingGuess encoding, Path into) throws IOException {
    Files.createDirectories(into.toAbsolutePath().getParent());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        BufferedWriter out = Files.newBufferedWriter(into)) {
      in.skipNBytes(encoding.bomLength());
      Charset charset = encoding.charset();
      if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
        return new Utf16(in, charset.equals(StandardCharsets.UTF_16BE), out).rewrite();
      }
      return new WideText(decode(in, charset, out), 0);
    }
  }

  private static long decode(InputStream in, Charset charset, Writer out) throws IOException {
    Reader reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    long replaced = 0;
    boolean first = true;
    char[] buffer = new char[1 << 16];
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      int from = 0;
      while (first && from < read && buffer[from] == MARK) {
        from++;
      }
      first &= from == read;
      for (int i = from; i < read; i++) {
        // decoders split no pair over two reads, but that of UTF-32 lets halves through
        boolean pair = i + 1 < read && Character.isSurrogatePair(buffer[i], buffer[i + 1]);
        if (pair) {
          i++;
        } else if (buffer[i] == LOST || Character.isSurrogate(buffer[i])) {
          buffer[i] = LOST;
          replaced++;
        }
      }
      out.write(buffer, from, read - from);
    }
    return replaced;
  }

  /**
   * UTF-16 that may have slipped: programs that take it for bytes add a return before each line
   * feed, or cut it at an odd place, and from there on every character is read across two. A slip
   * shows by characters that have the letter in the wrong half, three in a row.
   */
  private static final class Utf16 {
    /** Three characters must be at hand to see a slip. */
    private static final int LOOKAHEAD = 6;

    private final InputStream in;
    private final Writer out;
    private final byte[] bytes = new byte[1 << 16];
    private final char[] chars = new char[1 << 15];
    private int written;
    private boolean bigEndian;
    private int at;
    private int held;
    private boolean ended;
    private char high;
    private boolean begun;
    private long replaced;
    private long slips;

    Utf16(InputStream in, boolean bigEndian, Writer out) {
      this.in = in;
      this.bigEndian = bigEndian;
      this.out = out;
    }

    WideText rewrite() throws IOException {
      while (fill() >= 2) {
        copyAscii();
        if (held - at >= (ended ? 2 : LOOKAHEAD)) {
          one(unit(0));
        }
      }
      if (at < held) {
        slips++;
        if (bytes[at] > 0) {
          put(bytes[at]);
        }
      }
      dropHigh();
      out.write(chars, 0, written);
      return new WideText(replaced, slips);
    }

    /** Nearly all of a file, so it has a loop of its own; half a pair that waits is not its job. */
    private void copyAscii() {
      if (high != 0) {
        return;
      }
      int lower = bigEndian ? 1 : 0;
      int i = at;
      int to = written;
      while (i + 1 < held
          && to < chars.length
          && bytes[i + lower] > 0
          && bytes[i + 1 - lower] == 0) {
        chars[to++] = (char) bytes[i + lower];
        i += 2;
      }
      begun |= to > written;
      at = i;
      written = to;
    }

    private void one(int unit) throws IOException {
      boolean seen = held - at >= LOOKAHEAD && isSwapped(unit(1)) && isSwapped(unit(2));
      if (seen && isSwapped(unit)) {
        bigEndian = !bigEndian;
        slips++;
      } else if (seen && !isUsual(unit)) {
        put(bytes[at] & 0xff);
        at++;
        slips++;
      } else {
        put(unit);
        at += 2;
      }
    }

    /** Bytes at hand, read on when they are few. */
    private int fill() throws IOException {
      if (held - at < LOOKAHEAD && !ended) {
        System.arraycopy(bytes, at, bytes, 0, held - at);
        held -= at;
        at = 0;
        int read = in.readNBytes(bytes, held, bytes.length - held);
        held += read;
        ended = held < bytes.length;
      }
      return held - at;
    }

    private int unit(int ahead) {
      int first = bytes[at + 2 * ahead] & 0xff;
      int second = bytes[at + 2 * ahead + 1] & 0xff;
      return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /** A letter, digit or sign of ASCII in the wrong half. */
    private static boolean isSwapped(int unit) {
      int upper = unit >> 8;
      return (unit & 0xff) == 0
          && (upper >= ' ' && upper < 127 || upper == '\t' || upper == '\n' || upper == '\r');
    }

    /** Latin letters and typographic signs. */
    private static boolean isUsual(int unit) {
      return unit < 0x250 || unit >= 0x2010 && unit <= 0x2122;
    }

    private void put(int unit) throws IOException {
      char c = (char) unit;
      if (c == MARK && !begun) {
        return;
      }
      begun = true;
      if (Character.isLowSurrogate(c)) {
        char first = high;
        high = 0;
        if (first == 0) {
          lose();
        } else {
          add(first);
          add(c);
        }
        return;
      }
      dropHigh();
      if (Character.isHighSurrogate(c)) {
        high = c;
      } else {
        replaced += c == LOST ? 1 : 0;
        add(c);
      }
    }

    /** Half a character whose other half never came. */
    private void dropHigh() throws IOException {
      if (high != 0) {
        high = 0;
        lose();
      }
    }

    private void lose() throws IOException {
      add(LOST);
      replaced++;
    }

    private void add(char c) throws IOException {
      if (written == chars.length) {
        // half a pair at the edge would be written as a sign of its own
        int whole = Character.isHighSurrogate(chars[written - 1]) ? written - 1 : written;
        out.write(chars, 0, whole);
        chars[0] = chars[written - 1];
        written -= whole;
      }
      chars[written++] = c;
    }
  }
}
