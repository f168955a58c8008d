package fr.jalon.engine.format.csv;

import java.util.Arrays;

/**
 * Finds the cells of one record in an array of bytes, leniently: whatever the bytes, every one of
 * them ends in a cell. A quote that opens a cell and is never closed, or closed so far away that
 * the file would be swallowed, is an ordinary character; and when a record has not the usual width,
 * {@link QuoteWeighing} looks for a quote that was not meant as one.
 *
 * <p>After {@link #parse} the cells are spans of {@link #data}. Not thread-safe.
 */
final class RecordParser {
  /** Lines a quoted cell may have; a longer one is a quote gone astray. */
  private static final int MAX_QUOTED_LINES = 20_000;

  /** The same while the width is not known, or once many quotes have gone astray. */
  private static final int FEWER_QUOTED_LINES = 200;

  private static final int MAX_LONG_SEARCHES = 100;
  private static final int MAX_QUOTED_BYTES = 4 << 20;

  enum End {
    LF,
    CRLF,
    CR,
    FILE
  }

  private final Dialect dialect;
  private final int delimiter;
  private final int run;
  private final boolean[] stops = new boolean[256];
  private final QuoteWeighing weighing = new QuoteWeighing(this);

  /** Cells wanted; 0 when not known yet. Used only to choose between two readings of a quote. */
  private int width;

  byte[] data = new byte[0];
  int[] starts = new int[64];
  int[] ends = new int[64];
  boolean[] quoted = new boolean[64];

  /** Cells in which something must be unescaped. */
  private boolean[] escaped = new boolean[64];

  int count;

  /** Where the next record begins. */
  int next;

  End end = End.FILE;

  /** Quotes taken for ordinary characters though they opened a cell. */
  boolean strayQuote;

  boolean unwrapped;

  /** A quoted cell goes over a record end. */
  boolean severalLines;

  /** A quote in a quoted cell neither closes it nor is escaped. */
  boolean rawQuotes;

  // What the weighing changes for one record.
  int quote;
  boolean skipSpace;

  /** A quote before which a delimiter is taken to be lost, or -1. */
  int openAt = -1;

  /** The first quote inside a cell without quotes, or -1. */
  int midQuote = -1;

  /** Where the record begins in the bytes given. */
  int from;

  /** Places of quotes taken for ordinary characters. */
  int[] ignored = new int[4];

  int ignoredCount;

  private byte[] scratch = new byte[256];
  private boolean incomplete;
  private boolean plainEscapes;
  private int longSearches;

  RecordParser(Dialect dialect, int width) {
    this.dialect = dialect;
    this.delimiter = dialect.delimiter();
    this.run = dialect.run();
    this.quote = dialect.quote();
    this.skipSpace = dialect.skipSpace();
    this.width = width;
    stops['\n'] = true;
    stops['\r'] = true;
    if (delimiter >= 0) {
      stops[delimiter] = true;
    }
    if (dialect.escapesAll()) {
      stops[dialect.escape()] = true;
    }
    if (quote >= 0) {
      stops[quote] = true;
    }
  }

  /**
   * Reads the record that begins at {@code from}.
   *
   * @param last true when nothing follows {@code limit}
   * @return false when the record goes on beyond {@code limit}; nothing may be used then
   */
  boolean parse(byte[] b, int from, int limit, boolean last) {
    unwrapped = false;
    restore();
    if (!attempt(b, from, limit, last)) {
      return false;
    }
    if (count == 1 && quoted[0] && delimiter >= 0 && width != 1) {
      unwrap();
    }
    this.from = from;
    boolean odd = count == width ? severalLines && rawQuotes : !unwrapped;
    return !odd || width <= 1 || quote < 0 || weighing.weigh(b, from, limit, last);
  }

  /** Quotes are again what the dialect says. */
  void restore() {
    quote = dialect.quote();
    skipSpace = dialect.skipSpace();
    ignoredCount = 0;
    openAt = -1;
  }

  /** Reads the record as quotes are understood now; false when it goes on beyond {@code limit}. */
  boolean attempt(byte[] b, int from, int limit, boolean last) {
    data = b;
    count = 0;
    incomplete = false;
    severalLines = false;
    rawQuotes = false;
    strayQuote = false;
    midQuote = -1;
    int at;
    if (dialect.columns() != null) {
      at = fixedCells(b, from, limit, last, dialect.columns());
    } else if (run > 0) {
      at = runCells(b, from, limit, last);
    } else {
      at = cells(b, from, limit, last);
    }
    if (incomplete || at >= limit && !last) {
      return false;
    }
    endAt(b, at, limit);
    if (dialect.leftover() >= 0) {
      dropLeftover();
    }
    return true;
  }

  private void endAt(byte[] b, int at, int limit) {
    if (at >= limit) {
      end = End.FILE;
      next = limit;
    } else if (b[at] == '\n') {
      end = End.LF;
      next = at + 1;
    } else {
      // "\r\r\n" is what a program makes of "\r\n" when it adds a return before each line feed.
      int feed = at + 1 < limit && b[at + 1] == '\r' ? at + 2 : at + 1;
      boolean feeds = feed < limit && b[feed] == '\n';
      end = feeds ? End.CRLF : End.CR;
      next = feeds ? feed + 1 : at + 1;
    }
  }

  private int cells(byte[] b, int from, int limit, boolean last) {
    int at = from;
    while (true) {
      at = cell(b, at, limit, last);
      if (incomplete || at >= limit || b[at] != delimiter && at != openAt) {
        return at;
      }
      at += at == openAt ? 0 : 1;
    }
  }

  /** Reads one cell and returns where it stops: at a delimiter, a record end or the limit. */
  private int cell(byte[] b, int from, int limit, boolean last) {
    int start = from;
    if (skipSpace) {
      while (start < limit && b[start] == ' ') {
        start++;
      }
    }
    if (quote >= 0 && start < limit && b[start] == quote && !isIgnored(start)) {
      int stop = quotedCell(b, start, limit, last);
      if (stop >= 0 || incomplete) {
        return stop;
      }
      strayQuote = true;
    }
    plainEscapes = false;
    boolean opens = start < limit && b[start] == quote;
    int at = plainEnd(b, opens ? start + 1 : start, limit, last);
    add(start, at, false, plainEscapes);
    return at;
  }

  /** Cells between runs of the delimiter; those before the first cell and after the last go. */
  private int runCells(byte[] b, int from, int limit, boolean last) {
    int at = from;
    while (at < limit && b[at] == delimiter) {
      at++;
    }
    while (true) {
      int start = at;
      int stop = -1;
      if (quote >= 0 && at < limit && b[at] == quote && !isIgnored(at)) {
        stop = quotedCell(b, at, limit, last);
        if (incomplete) {
          return limit;
        }
        strayQuote |= stop < 0;
      }
      if (stop < 0) {
        stop = runEnd(b, start, limit, last);
        if (incomplete) {
          return limit;
        }
        add(start, stop, false, false);
      }
      at = stop;
      while (at < limit && b[at] == delimiter) {
        at++;
      }
      if (at >= limit || b[at] == '\n' || b[at] == '\r' && isReturn(b, at, limit, last)) {
        return at;
      }
    }
  }

  /** Where a run long enough to separate cells begins, or the record ends. */
  private int runEnd(byte[] b, int from, int limit, boolean last) {
    int at = from;
    while (true) {
      at = plainEnd(b, at, limit, last);
      if (incomplete || at >= limit || b[at] != delimiter) {
        return at;
      }
      int after = at;
      while (after < limit && b[after] == delimiter) {
        after++;
      }
      if (after >= limit && !last) {
        incomplete = true;
        return limit;
      }
      boolean ends = after >= limit || b[after] == '\n' || b[after] == '\r';
      if (after - at >= run || ends) {
        return at;
      }
      at = after;
    }
  }

  /** Cells by their place in the line; a line that pays no heed to the places is one cell. */
  private int fixedCells(byte[] b, int from, int limit, boolean last, FixedWidth columns) {
    int stop = plainEnd(b, from, limit, last);
    int at = from;
    int character = 0;
    int across = 0;
    int cuts = 0;
    int start = from;
    int column = 1;
    int size = columns.starts().size();
    while (at < stop && column < size) {
      if (columns.begins(b[at])) {
        if (character++ == columns.starts().get(column)) {
          cuts++;
          across += b[at] != ' ' && b[at - 1] != ' ' ? 1 : 0;
          addTrimmed(b, start, at);
          start = at;
          column++;
        }
      }
      at++;
    }
    addTrimmed(b, start, stop);
    if (across > 0 && across * 2 >= cuts) {
      count = 0;
      addTrimmed(b, from, stop);
    } else {
      while (count < size) {
        add(stop, stop, false, false);
      }
    }
    return stop;
  }

  private void addTrimmed(byte[] b, int from, int to) {
    int start = from;
    int stop = to;
    while (start < stop && b[start] == ' ') {
      start++;
    }
    while (stop > start && b[stop - 1] == ' ') {
      stop--;
    }
    add(start, stop, false, false);
  }

  private int plainEnd(byte[] b, int from, int limit, boolean last) {
    int at = from;
    while (at < limit) {
      byte value = b[at];
      if (stops[value & 0xff]) {
        if (value == delimiter || value == '\n') {
          return at;
        }
        if (value == '\r') {
          if (isReturn(b, at, limit, last)) {
            return at;
          }
          if (incomplete) {
            return limit;
          }
        } else if (value == quote) {
          if (at == openAt) {
            return at;
          }
          midQuote = midQuote < 0 ? at : midQuote;
        } else if (value == dialect.escape()) {
          plainEscapes = true;
          at++;
        }
      }
      at++;
    }
    return Math.min(at, limit);
  }

  /** True when the carriage return at a place ends the record. */
  private boolean isReturn(byte[] b, int at, int limit, boolean last) {
    if (at + 2 >= limit && !last) {
      incomplete = true;
      return false;
    }
    return dialect.bareReturns()
        || at + 1 >= limit
        || b[at + 1] == '\n'
        || b[at + 1] == '\r' && at + 2 < limit && b[at + 2] == '\n';
  }

  /** Reads a cell in quotes; -1 when the quote turns out to be an ordinary character. */
  private int quotedCell(byte[] b, int open, int limit, boolean last) {
    int mark = quote;
    int escape = dialect.escape();
    boolean escapes = false;
    boolean few = width == 0 || longSearches > MAX_LONG_SEARCHES;
    int maxLines = few ? FEWER_QUOTED_LINES : MAX_QUOTED_LINES;
    int lines = 0;
    int at = open + 1;
    int far = (int) Math.min(limit, (long) open + MAX_QUOTED_BYTES);
    while (at < far) {
      byte value = b[at];
      if (value == mark) {
        if (ignoredCount > 0 && isIgnored(at)) {
          rawQuotes = true;
          at++;
          continue;
        }
        if (at + 1 < limit && b[at + 1] == mark) {
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
        rawQuotes = true;
      } else if (value == escape && at + 1 < far) {
        escapes = true;
        at++;
      } else if (value == '\n' || value == '\r' && dialect.bareReturns()) {
        lines++;
        if (lines > maxLines) {
          break;
        }
      }
      at++;
    }
    if (lines <= maxLines && far == limit && !last) {
      incomplete = true;
    } else if (lines > FEWER_QUOTED_LINES) {
      longSearches++;
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
    if (value == delimiter) {
      return at == from || b[at - 1] == ' ' ? at : -1;
    }
    return value == '\n' || value == '\r' && isReturn(b, at, limit, last) ? at : -1;
  }

  private boolean isIgnored(int place) {
    for (int i = 0; i < ignoredCount; i++) {
      if (ignored[i] == place) {
        return true;
      }
    }
    return false;
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
    boolean overLines = severalLines;
    byte[] content = new byte[to - from];
    int length = unescape(0, content);
    attempt(content, 0, length, true);
    boolean fits = width <= 1 ? count > 2 : Math.abs(count - width) <= Math.max(1, width / 2);
    if (next == length && fits) {
      unwrapped = true;
    } else {
      data = wrapped;
      count = 0;
      add(from, to, true, true);
      severalLines = overLines;
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
    boolean doubled = quoted[cell];
    for (int i = starts[cell]; i < to; i++) {
      byte value = data[i];
      if (i + 1 < to
          && (doubled && value == quote && data[i + 1] == quote || escapes(value, data[i + 1]))) {
        i++;
      }
      into[length++] = data[i];
    }
    return length;
  }

  private boolean escapes(byte value, byte following) {
    return dialect.escape() >= 0
        && value == dialect.escape()
        && (following == quote
            || following == dialect.escape()
            || dialect.escapesAll() && following == delimiter);
  }

  int width() {
    return width;
  }

  /** The byte between cells, or -1. */
  int delimiter() {
    return delimiter;
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
