package fr.jalon.engine.format.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the bytes of a cell as UTF-8. A byte the charset does not define becomes "�", and the
 * reading says how many there are. Not thread-safe: the result stands in its own array.
 */
final class Transcoder {
  /** UTF-8 of the 128 upper bytes, packed: length in the top byte, then up to three bytes. */
  private final int[] table = new int[128];

  private final boolean utf8;
  private final boolean mixed;
  private final boolean dropZeros;
  private byte[] out = new byte[256];
  private int length;

  /** Cells of which some bytes were not of the file's encoding. */
  long odd;

  Transcoder(EncodingGuess encoding, boolean dropZeros) {
    this.utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
    this.mixed = encoding.mixed();
    this.dropZeros = dropZeros;
    String decoded =
        EncodingGuess.decode(utf8 ? Charset.forName("windows-1252") : encoding.charset());
    for (int i = 0; i < 128; i++) {
      char c = decoded.charAt(i);
      byte[] bytes = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
      int packed = bytes.length << 24;
      for (int k = 0; k < bytes.length; k++) {
        packed |= (bytes[k] & 0xff) << (16 - 8 * k);
      }
      table[i] = packed;
    }
  }

  /** True when bytes may be used as they are, without looking. */
  boolean isIdentity() {
    return utf8 && !mixed && !dropZeros;
  }

  byte[] array() {
    return out;
  }

  int length() {
    return length;
  }

  /** True when this cell must be rewritten. */
  boolean mustRewrite(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] <= 0 && (b[i] < 0 || dropZeros)) {
        return true;
      }
    }
    return false;
  }

  /** Rewrites a cell into {@link #array}. */
  void rewrite(byte[] b, int from, int to) {
    if (out.length < (to - from) * 3L) {
      out = new byte[Math.max(out.length * 2, (to - from) * 3)];
    }
    length = 0;
    boolean strange = false;
    int i = from;
    while (i < to) {
      byte value = b[i];
      if (value >= 0) {
        if (value != 0 || !dropZeros) {
          out[length++] = value;
        }
        i++;
        continue;
      }
      int sequence = utf8 || mixed ? ByteScan.sequence(b, i, to) : 0;
      if (sequence > 0 && (utf8 || ByteScan.isLikely(b, i))) {
        System.arraycopy(b, i, out, length, sequence);
        length += sequence;
        i += sequence;
        strange |= !utf8;
      } else {
        int packed = table[value & 0x7f];
        for (int k = packed >>> 24, shift = 16; k > 0; k--, shift -= 8) {
          out[length++] = (byte) (packed >>> shift);
        }
        i++;
        strange |= utf8;
      }
    }
    odd += strange ? 1 : 0;
  }

  String text(byte[] b, int from, int to) {
    if (isIdentity() || !mustRewrite(b, from, to)) {
      return new String(b, from, to - from, StandardCharsets.UTF_8);
    }
    rewrite(b, from, to);
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /** The cells of a record, unescaped. */
  List<String> texts(RecordParser parser) {
    List<String> texts = new ArrayList<>(parser.count);
    for (int cell = 0; cell < parser.count; cell++) {
      if (parser.isEscaped(cell)) {
        int size = parser.unescape(cell);
        texts.add(text(parser.scratch(), 0, size));
      } else {
        texts.add(text(parser.data, parser.starts[cell], parser.ends[cell]));
      }
    }
    return texts;
  }
}
