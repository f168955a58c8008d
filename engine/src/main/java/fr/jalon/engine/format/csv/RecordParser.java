package fr.jalon.engine.format.csv;

import java.util.Arrays;

/**
 * Finds the cells of one record in an array of bytes, leniently: whatever the bytes, every one of
 * them ends in a cell. A quote that opens a cell and is never closed, or closed so far away that
 * the file would be swallowed, is an ordinary character.
 *
 * <p>After {@link #parse} the cells are spans of {@link #data}. Not thread-safe.
 */
final class RecordParser {
  /** Lines a quoted cell may have; a longer one is a quote gone astray. */
  private static final int MAX_QUOTED_LINES = 200;

  private static final int MAX_QUOTED_BYTES = 4 << 20;

  enum End {
    LF,
    CRLF,
    CR,
    FILE
  }

  private final Dialect dialect;
  private final int delimiter;
  private final int quote;
  private final boolean[] stops = new boolean[256];

  /** Cells wanted; 0 when not known yet. Used only to choose between two readings of a quote. */
  private int width;

  byte[] data = new byte[0];
  int[] starts = new int[64];
  int[] ends = new int[64];
  boolean[] quoted = new boolean[64];

  /** Quoted cells in which something must be unescaped. */
  private boolean[] escaped = new boolean[64];

  int count;

  /** Where the next record begins. */
  int next;

  End end = End.FILE;

  /** Quotes taken for ordinary characters though they opened a cell. */
  boolean strayQuote;

  boolean unwrapped;
  private byte[] scratch = new byte[256];
  private boolean incomplete;
  private boolean severalLines;

  RecordParser(Dialect dialect, int width) {
    this.dialect = dialect;
    this.delimiter = dialect.delimiter();
    this.quote = dialect.quote();
    this.width = width;
    stops['\n'] = true;
    stops['\r'] = true;
    if (delimiter >= 0) {
      stops[delimiter] = true;
    }
  }

  /**
   * Reads the record that begins at {@code from}.
   *
   * @param last true when nothing follows {@code limit}
   * @return false when the record goes on beyond {@code limit}; nothing may be used then
   */
  boolean parse(byte[] b, int from, int limit, boolean last) {
    strayQuote = false;
    unwrapped = false;
    if (!attempt(b, from, limit, last, MAX_QUOTED_LINES)) {
      return false;
    }
    if (severalLines && width > 1 && count != width) {
      // Perhaps the quote was never meant to open a cell: kept if that comes closer to the width.
      int far = Math.abs(count - width);
      attempt(b, from, limit, last, 0);
      if (Math.abs(count - width) >= far) {
        attempt(b, from, limit, last, MAX_QUOTED_LINES);
      }
    }
    if (count == 1 && quoted[0] && delimiter >= 0 && width != 1) {
      unwrap();
    }
    return true;
  }

  private boolean attempt(byte[] b, int from, int limit, boolean last, int maxLines) {
    data = b;
    count = 0;
    incomplete = false;
    severalLines = false;
    int at = from;
    while (true) {
      at = cell(b, at, limit, last, maxLines);
      if (incomplete) {
        return false;
      }
      if (at >= limit) {
        if (!last) {
          return false;
        }
        end = End.FILE;
        next = limit;
        break;
      }
      byte stop = b[at];
      if (stop == '\n') {
        end = End.LF;
        next = at + 1;
        break;
      }
      if (stop == '\r' && stop != delimiter) {
        boolean crlf = at + 1 < limit && b[at + 1] == '\n';
        end = crlf ? End.CRLF : End.CR;
        next = at + (crlf ? 2 : 1);
        break;
      }
      at++;
    }
    if (dialect.leftover() >= 0) {
      dropLeftover();
    }
    return true;
  }

  /** Reads one cell and returns where it stops: at a delimiter, a record end or the limit. */
  private int cell(byte[] b, int from, int limit, boolean last, int maxLines) {
    int start = from;
    if (dialect.skipSpace()) {
      while (start < limit && b[start] == ' ') {
        start++;
      }
    }
    if (quote >= 0 && start < limit && b[start] == quote) {
      int stop = quotedCell(b, start, limit, last, maxLines);
      if (stop >= 0 || incomplete) {
        return stop;
      }
      strayQuote = true;
    }
    int at = plainEnd(b, start, limit, last);
    add(start, at, false, false);
    return at;
  }

  private int plainEnd(byte[] b, int from, int limit, boolean last) {
    int at = from;
    while (at < limit) {
      byte value = b[at];
      if (stops[value & 0xff]) {
        if (value != '\r' || delimiter == '\r' || dialect.bareReturns()) {
          return waitsForLineFeed(b, at, limit, last) ? limit : at;
        }
        if (at + 1 >= limit) {
          if (!last) {
            incomplete = true;
          }
          return at;
        }
        if (b[at + 1] == '\n') {
          return at;
        }
      }
      at++;
    }
    return at;
  }

  /** A carriage return at the end of what was read may be half of a CRLF. */
  private boolean waitsForLineFeed(byte[] b, int at, int limit, boolean last) {
    if (b[at] == '\r' && at + 1 >= limit && !last) {
      incomplete = true;
      return true;
    }
    return false;
  }

  /** Reads a cell in quotes; -1 when the quote turns out to be an ordinary character. */
  private int quotedCell(byte[] b, int open, int limit, boolean last, int maxLines) {
    int escape = dialect.escape();
    boolean escapes = false;
    int lines = 0;
    int at = open + 1;
    int far = (int) Math.min(limit, (long) open + MAX_QUOTED_BYTES);
    while (at < far) {
      byte value = b[at];
      if (value == quote) {
        if (at + 1 < limit && b[at + 1] == quote) {
          escapes = true;
          at += 2;
          continue;
        }
        int stop = stopAfterQuote(b, at + 1, limit, last);
        if (incomplete) {
          return -1;
        }
        if (stop >= 0) {
          add(open + 1, at, true, escapes);
          severalLines |= lines > 0;
          return stop;
        }
      } else if (value == escape && at + 1 < far) {
        escapes = true;
        at++;
      } else if (value == '\n' || value == '\r' && dialect.bareReturns()) {
        lines++;
        if (lines > maxLines) {
          return -1;
        }
      }
      at++;
    }
    if (far == limit && !last) {
      incomplete = true;
    }
    return -1;
  }

  /** Where the cell stops when the quote before {@code from} closes it, else -1. */
  private int stopAfterQuote(byte[] b, int from, int limit, boolean last) {
    int at = from;
    while (at < limit && (b[at] == ' ' || b[at] == dialect.leftover()) && b[at] != delimiter) {
      at++;
    }
    if (at >= limit) {
      if (!last) {
        incomplete = true;
      }
      return limit;
    }
    byte value = b[at];
    boolean spacesOnly = at == from || b[at - 1] == ' ';
    if (value == delimiter) {
      return spacesOnly ? at : -1;
    }
    if (value == '\n') {
      return at;
    }
    if (value == '\r') {
      if (at + 1 >= limit && !last) {
        incomplete = true;
        return limit;
      }
      boolean ends = dialect.bareReturns() || at + 1 >= limit || b[at + 1] == '\n';
      return ends ? at : -1;
    }
    return -1;
  }

  private void add(int start, int stop, boolean inQuotes, boolean escapes) {
    if (count == starts.length) {
      int size = count * 2;
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      quoted = Arrays.copyOf(quoted, size);
      escaped = Arrays.copyOf(escaped, size);
    }
    starts[count] = start;
    ends[count] = stop;
    quoted[count] = inQuotes;
    escaped[count] = escapes;
    count++;
  }

  private void dropLeftover() {
    int cell = count - 1;
    if (!quoted[cell]) {
      while (ends[cell] > starts[cell] && data[ends[cell] - 1] == dialect.leftover()) {
        ends[cell]--;
      }
    }
  }

  /**
   * A record wrapped whole in one pair of quotes: its content is the record. Done only when that
   * gives several cells.
   */
  private void unwrap() {
    int from = starts[0];
    int to = ends[0];
    boolean several = false;
    for (int i = from; i < to && !several; i++) {
      several = data[i] == delimiter;
    }
    if (!several) {
      return;
    }
    byte[] wrapped = data;
    End wasEnd = end;
    int wasNext = next;
    byte[] content = new byte[to - from];
    int length = unescape(0, content);
    if (!attempt(content, 0, length, true, 0) || next < length || width > 1 && count < width / 2) {
      attempt(content, 0, length, true, MAX_QUOTED_LINES);
    }
    boolean fits = width <= 1 ? count > 2 : Math.abs(count - width) <= Math.max(1, width / 2);
    if (next == length && fits) {
      unwrapped = true;
    } else {
      data = wrapped;
      count = 0;
      add(from, to, true, true);
    }
    end = wasEnd;
    next = wasNext;
  }

  /** True when the cell must go through {@link #unescape}. */
  boolean isEscaped(int cell) {
    return escaped[cell];
  }

  /** The cell without its escapes, in {@link #scratch}; gives its length. */
  int unescape(int cell) {
    int size = ends[cell] - starts[cell];
    if (scratch.length < size) {
      scratch = new byte[Math.max(size, scratch.length * 2)];
    }
    return unescape(cell, scratch);
  }

  byte[] scratch() {
    return scratch;
  }

  private int unescape(int cell, byte[] into) {
    int length = 0;
    int to = ends[cell];
    for (int i = starts[cell]; i < to; i++) {
      byte value = data[i];
      if (i + 1 < to && (value == quote && data[i + 1] == quote || escapes(value, data[i + 1]))) {
        i++;
      }
      into[length++] = data[i];
    }
    return length;
  }

  private boolean escapes(byte value, byte following) {
    return dialect.escape() >= 0
        && value == dialect.escape()
        && (following == quote || following == dialect.escape());
  }

  /** True when the record has no character but white space and delimiters. */
  boolean isBlank() {
    for (int cell = 0; cell < count; cell++) {
      if (!isBlank(cell)) {
        return false;
      }
    }
    return true;
  }

  boolean isBlank(int cell) {
    for (int i = starts[cell]; i < ends[cell]; i++) {
      byte value = data[i];
      if (value > ' ' || value < 0 && !isBlankSequence(i, ends[cell])) {
        return false;
      }
    }
    return true;
  }

  /** No-break space in Latin-1 or UTF-8, narrow no-break space, byte-order mark. */
  private boolean isBlankSequence(int i, int to) {
    int value = data[i] & 0xff;
    int second = i + 1 < to ? data[i + 1] & 0xff : 0;
    int before = i > 0 ? data[i - 1] & 0xff : 0;
    return value == 0xA0
        || value == 0xC2 && second == 0xA0
        || value == 0xEF && second == 0xBB
        || value == 0xBB && before == 0xEF
        || value == 0xBF && before == 0xBB
        || value == 0xE2 && second == 0x80
        || value == 0x80 && before == 0xE2
        || value == 0xAF && before == 0x80;
  }

  void expect(int cells) {
    width = cells;
  }
}
