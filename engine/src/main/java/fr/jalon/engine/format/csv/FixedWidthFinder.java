package fr.jalon.engine.format.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns by the places that are blank in nearly all lines. A few lines may pay no heed to
 * them: titles, notes, a name too long.
 */
final class FixedWidthFinder {
  private static final int MAX_LINES = 400;
  private static final int MIN_LINES = 3;

  /** Fewer lines may be blank at one place by chance. */
  private static final int MANY_LINES = 5;

  private static final int MAX_LENGTH = 2_000;

  private final List<byte[]> lines = new ArrayList<>();
  private final boolean utf8;

  FixedWidthFinder(Sample sample, boolean utf8) {
    this.utf8 = utf8;
    byte[] part = sample.parts().get(0);
    int start = 0;
    for (int i = 0; i <= part.length && lines.size() < MAX_LINES; i++) {
      if (i == part.length || part[i] == '\n' || part[i] == '\r') {
        byte[] line = characters(part, start, i);
        if (line.length > 0) {
          lines.add(line);
        }
        start = i + 1;
      }
    }
  }

  /** One byte a character: ' ', '0' for figures, or 'a' for the rest; blanks at the end are cut. */
  private byte[] characters(byte[] part, int from, int to) {
    FixedWidth begins = new FixedWidth(List.of(0), utf8);
    byte[] line = new byte[Math.min(MAX_LENGTH, to - from)];
    int length = 0;
    int filled = 0;
    for (int i = from; i < to && length < line.length; i++) {
      if (begins.begins(part[i])) {
        byte b = part[i];
        boolean figure = b >= '0' && b <= '9';
        line[length++] = (byte) (b == ' ' ? ' ' : figure ? '0' : 'a');
        filled = b == ' ' ? filled : length;
      }
    }
    return Arrays.copyOf(line, filled);
  }

  @Nullable FixedWidth find() {
    int usual = usualLength();
    List<byte[]> rows = lines.stream().filter(line -> line.length * 2 >= usual).toList();
    if (rows.size() < MIN_LINES) {
      return null;
    }
    int length = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    int[] filled = new int[length];
    for (byte[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        filled[i] += row[i] == ' ' ? 0 : 1;
      }
    }
    int allowed = rows.size() / 25;
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    boolean text = false;
    int gap = 0;
    for (int i = 0; i < length; i++) {
      if (filled[i] <= allowed) {
        gap += text ? 1 : 0;
      } else {
        if (gap > 0 && isBoundary(rows, i - gap, i)) {
          starts.add(i);
        }
        text = true;
        gap = 0;
      }
    }
    return starts.size() > 1 ? new FixedWidth(starts, utf8) : null;
  }

  private int usualLength() {
    int[] lengths = lines.stream().mapToInt(line -> line.length).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
  }

  /**
   * True when the gap parts two columns: most rows go on after it, and it is wide, or some cell
   * before it ends early or some cell after it begins late, so that it is no mere space between two
   * words.
   */
  private static boolean isBoundary(List<byte[]> rows, int from, int to) {
    long beyond = rows.stream().filter(row -> row.length > to).count();
    if (beyond * 2 < rows.size()) {
      return false;
    }
    if (to - from >= 2) {
      return true;
    }
    if (rows.size() < MANY_LINES) {
      return false;
    }
    int loose = 0;
    int figures = 0;
    for (byte[] row : rows) {
      byte before = at(row, from - 1);
      byte after = at(row, to);
      loose += before == ' ' || after == ' ' ? 1 : 0;
      figures += before == '0' && after == '0' ? 1 : 0;
    }
    return loose * 10 >= rows.size() || figures * 10 >= rows.size() * 8;
  }

  private static byte at(byte[] row, int place) {
    return place < row.length ? row[place] : (byte) ' ';
  }
}
