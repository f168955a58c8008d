package fr.jalon.engine.format.csv;

import java.util.Arrays;

/**
 * Reads again a record that has not the usual width, taking one of its quotes for an ordinary
 * character, or a few: the reading kept is the one that gives the usual width. A reading that takes
 * in more lines, or fewer, must be borne out by the record that follows. Not thread-safe.
 */
final class QuoteWeighing {
  private static final int MAX_PLACES = 24;
  private static final int MAX_ROUNDS = 3;

  /** Records weighed before the share of those put right is looked at. */
  private static final int PATIENCE = 2_000;

  /** Longer records are weighed with fewer readings. */
  private static final int LONG_RECORD = 1 << 16;

  private final RecordParser parser;
  private final int[] places = new int[MAX_PLACES];
  private int found;
  private long weighed;
  private long mended;

  // The record to read again.
  private byte[] bytes = new byte[0];
  private int from;
  private int limit;
  private boolean last;
  private int firstNext;
  private boolean incomplete;

  /** The reading to beat. */
  private int far;

  private boolean better;
  private final int[] kept = new int[MAX_ROUNDS];
  private int keptCount;
  private boolean keptSpace;
  private int keptQuote;

  QuoteWeighing(RecordParser parser) {
    this.parser = parser;
  }

  /**
   * Leaves in the parser the best reading of the record it has just read.
   *
   * @return false when more bytes are needed to tell
   */
  boolean weigh(byte[] b, int start, int stop, boolean end) {
    if (!holdsQuotes(b, start, parser.next)
        || weighed > PATIENCE && mended * 50 < weighed && !parser.severalLines) {
      return true;
    }
    bytes = b;
    from = start;
    limit = stop;
    last = end;
    firstNext = parser.next;
    far = Math.abs(parser.count - parser.width());
    boolean swallows = parser.severalLines && parser.rawQuotes;
    better = false;
    keptCount = 0;
    keptSpace = parser.skipSpace;
    keptQuote = parser.quote;
    incomplete = false;
    weighed++;
    if (unwraps()) {
      return true;
    }
    for (int round = 0; round < MAX_ROUNDS && !incomplete; round++) {
      boolean wasBetter = better;
      better = false;
      listPlaces();
      int depth = keptCount;
      for (int i = 0; i < found && !incomplete && !isDone(); i++) {
        tryIgnoring(places[i], depth, round == 0 && swallows);
      }
      boolean gained = better;
      better |= wasBetter;
      if (!gained || isDone() || incomplete) {
        break;
      }
      apply();
    }
    if (!isDone() && !incomplete) {
      tryOtherQuotes();
    }
    if (incomplete) {
      return false;
    }
    mended += isDone() ? 1 : 0;
    apply();
    parser.strayQuote |= keptCount > 0;
    return true;
  }

  private boolean isDone() {
    return better && far == 0;
  }

  private static boolean holdsQuotes(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '"' || b[i] == '\'') {
        return true;
      }
    }
    return false;
  }

  /**
   * The quotes that may be taken for characters, most likely first. A cell whose quotes are as they
   * should be is left alone: the opening quote is doubted when the cell holds another quote by
   * itself or goes over lines, the closing one when a quote is left in a cell without quotes after.
   */
  private void listPlaces() {
    found = 0;
    byte mark = (byte) parser.quote;
    int most = parser.next - from > LONG_RECORD ? 4 : MAX_PLACES;
    boolean left = false;
    for (int cell = parser.count - 1; cell >= 0 && found < most; cell--) {
      if (!parser.quoted[cell]) {
        left |= holds(cell, mark);
      } else if (left) {
        places[found++] = parser.ends[cell];
      }
    }
    for (int cell = 0; cell < parser.count && found < most; cell++) {
      if (parser.quoted[cell] && holdsLoneQuote(cell, mark)) {
        int pair = doubledAtAnEnd(cell, mark);
        if (pair >= 0) {
          places[found++] = pair;
        }
        if (found < most) {
          places[found++] = parser.starts[cell] - 1;
        }
      }
    }
    for (int cell = 0; cell < parser.count && found < most && parser.severalLines; cell++) {
      if (parser.quoted[cell] && !holdsLoneQuote(cell, mark) && holds(cell, (byte) '\n')) {
        places[found++] = parser.starts[cell] - 1;
      }
    }
  }

  private boolean holds(int cell, byte value) {
    for (int i = parser.starts[cell]; i < parser.ends[cell]; i++) {
      if (bytes[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** True when a quote in the cell is not one of two on end. */
  private boolean holdsLoneQuote(int cell, byte mark) {
    for (int i = parser.starts[cell]; i < parser.ends[cell]; i++) {
      if (bytes[i] == mark) {
        if (i + 1 >= parser.ends[cell] || bytes[i + 1] != mark) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** The first of two quotes on end before a delimiter or a record end, or -1. */
  private int doubledAtAnEnd(int cell, byte mark) {
    for (int i = parser.starts[cell]; i + 2 < parser.ends[cell]; i++) {
      if (bytes[i] == mark && bytes[i + 1] == mark) {
        byte after = bytes[i + 2];
        if (after == parser.delimiter() || after == '\n' || after == '\r') {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private void tryIgnoring(int place, int depth, boolean swallows) {
    System.arraycopy(kept, 0, parser.ignored, 0, depth);
    parser.ignored[depth] = place;
    parser.ignoredCount = depth + 1;
    if (attempt(swallows)) {
      kept[depth] = place;
      keptCount = depth + 1;
    }
  }

  /** Spaces before the quotes of this record, or quotes of the other kind. */
  private void tryOtherQuotes() {
    if (!parser.skipSpace) {
      parser.restore();
      parser.skipSpace = true;
      if (attempt(false)) {
        keptCount = 0;
        keptSpace = true;
      }
      if (isDone() || incomplete) {
        return;
      }
    }
    parser.restore();
    parser.quote = parser.quote == '"' ? '\'' : '"';
    int other = parser.quote;
    if (exactly()) {
      keptCount = 0;
      keptSpace = parser.skipSpace;
      keptQuote = other;
    }
  }

  private boolean exactly() {
    int was = far;
    boolean wasBetter = better;
    if (attempt(false) && far == 0 && isQuotedThroughout()) {
      return true;
    }
    far = was;
    better = wasBetter;
    return false;
  }

  /** True when quotes of the kind tried enclose a cell, and none of the other kind opens one. */
  private boolean isQuotedThroughout() {
    boolean some = false;
    for (int cell = 0; cell < parser.count; cell++) {
      some |= parser.quoted[cell];
      int start = parser.starts[cell];
      if (!parser.quoted[cell] && start < parser.ends[cell]) {
        int first = bytes[start];
        if (first == '"' || first == '\'') {
          return false;
        }
      }
    }
    return some;
  }

  /** Reads the record again; true when the reading is better than the best so far. */
  private boolean attempt(boolean swallows) {
    if (!parser.attempt(bytes, from, limit, last)) {
      incomplete = true;
      return false;
    }
    int distance = Math.abs(parser.count - parser.width());
    int end = parser.next;
    if (distance > far || distance == far && !(swallows && distance == 0 && !better)) {
      return false;
    }
    if (end > firstNext) {
      // More lines: only to mend the next record too.
      if (distance > 0 || widthAt(firstNext) == parser.width()) {
        return false;
      }
    } else if (end < firstNext && (swallows || distance == 0)) {
      if (distance > 0 || end < limit && !swallows && widthAt(end) != parser.width()) {
        return false;
      }
    }
    if (incomplete) {
      return false;
    }
    far = distance;
    better = true;
    return true;
  }

  /** Cells of the record at a place, quotes being what the dialect says. */
  private int widthAt(int place) {
    int[] ignored = Arrays.copyOf(parser.ignored, parser.ignoredCount);
    boolean space = parser.skipSpace;
    int quote = parser.quote;
    parser.restore();
    if (!parser.attempt(bytes, place, limit, last)) {
      incomplete = true;
    }
    int count = parser.count;
    System.arraycopy(ignored, 0, parser.ignored, 0, ignored.length);
    parser.ignoredCount = ignored.length;
    parser.skipSpace = space;
    parser.quote = quote;
    return count;
  }

  /** Reads the record as was found best. */
  private void apply() {
    parser.skipSpace = keptSpace;
    parser.quote = keptQuote;
    System.arraycopy(kept, 0, parser.ignored, 0, keptCount);
    parser.ignoredCount = keptCount;
    parser.attempt(bytes, from, limit, last);
  }

  /** A line in quotes whose own quotes were not doubled: what is between them is the record. */
  private boolean unwraps() {
    int stop = from;
    while (stop < limit && bytes[stop] != '\n' && bytes[stop] != '\r') {
      stop++;
    }
    byte mark = (byte) parser.quote;
    boolean whole = stop < limit || last;
    if (!whole || stop - from < 4 || bytes[from] != mark || bytes[stop - 1] != mark) {
      return false;
    }
    // What follows the last quote must be a record end: it reads as a record of one empty cell.
    boolean ends = parser.attempt(bytes, stop, limit, last) && parser.starts[0] == stop;
    ends &= parser.count == 1 && parser.ends[0] == stop;
    RecordParser.End end = parser.end;
    int next = parser.next;
    parser.attempt(bytes, from + 1, stop - 1, true);
    boolean fits = ends && parser.count == parser.width() && parser.next == stop - 1;
    if (!fits || parser.strayQuote || parser.rawQuotes || holds(0, mark)) {
      parser.attempt(bytes, from, limit, last);
      return false;
    }
    parser.end = end;
    parser.next = next;
    parser.unwrapped = true;
    return true;
  }
}
