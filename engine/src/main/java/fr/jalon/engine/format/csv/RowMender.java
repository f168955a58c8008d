package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.CellShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives each record as many cells as there are columns: one written with another delimiter than the
 * rest is cut anew, one with a delimiter lost or too many is set right where that is certain, and
 * all others are completed with empty cells or joined. Not thread-safe.
 */
final class RowMender {
  /** What was done to a record. */
  enum Mend {
    NONE,
    COMPLETED,
    JOINED,
    REALIGNED,
    CUT_ANEW
  }

  private static final int[] DELIMITERS = {';', ',', '\t', '|', ' '};

  /** How much likelier (as a logarithm, a column) another delimiter must be than a lost one. */
  private static final double SURE = 0.5;

  /** How much likelier a row must be for a quote in a cell to be taken for the start of another. */
  private static final double LIKELIER = 3;

  private final Dialect dialect;
  private final RaggedRows rows;
  private final Transcoder transcoder;
  private final RowAlignment alignment;
  private final List<RecordParser> others = new ArrayList<>();

  Mend mend = Mend.NONE;

  RowMender(Dialect dialect, RaggedRows rows, Transcoder transcoder) {
    this.dialect = dialect;
    this.rows = rows;
    this.transcoder = transcoder;
    this.alignment = new RowAlignment(rows);
  }

  /**
   * True when a record needs {@link #cells}: the others are right as they are, but for blank cells
   * beyond the last column.
   */
  boolean isOdd(RecordParser parser) {
    int width = rows.width();
    if (parser.count == width) {
      return parser.midQuote >= 0;
    }
    return !rows.isUsual(parser.count) || parser.count > width && holdsBeyond(parser);
  }

  private boolean holdsBeyond(RecordParser parser) {
    for (int cell = rows.width(); cell < parser.count; cell++) {
      if (!parser.isBlank(cell)) {
        return true;
      }
    }
    return false;
  }

  /** What {@link #cells} does to a record. */
  Mend look(RecordParser parser) {
    if (isOdd(parser)) {
      cells(parser);
      return mend;
    }
    return parser.count < rows.width() ? Mend.COMPLETED : Mend.NONE;
  }

  /** The cells of a record; fewer than there are columns when its last ones are missing. */
  List<String> cells(RecordParser parser) {
    mend = Mend.NONE;
    List<String> cells = transcoder.texts(parser);
    int width = rows.width();
    if (rows.isLearned() && dialect.columns() == null) {
      List<String> mended = cells.size() == width ? lostBeforeQuote(parser, cells) : null;
      if (mended == null && cells.size() != width) {
        mended = mended(parser, cells);
      }
      if (mended != null) {
        return mended;
      }
    }
    if (cells.size() > width) {
      boolean filled = false;
      for (int cell = width; cell < cells.size(); cell++) {
        filled |= !CellShape.trim(cells.get(cell)).isEmpty();
      }
      mend = filled ? Mend.JOINED : Mend.NONE;
      return rows.fit(cells, rows.delimiter(), parser.quoted);
    }
    mend = cells.size() < width ? Mend.COMPLETED : Mend.NONE;
    return cells;
  }

  /** The cells of a record that names columns: what they hold tells nothing of their place. */
  List<String> headerCells(RecordParser parser) {
    mend = Mend.NONE;
    List<String> cells = transcoder.texts(parser);
    int width = rows.width();
    if (cells.size() == width + 1) {
      List<Integer> blanks = new ArrayList<>();
      for (int cell = 0; cell < width; cell++) {
        if (CellShape.trim(cells.get(cell)).isEmpty()) {
          blanks.add(cell);
        }
      }
      if (blanks.size() == 1 && !CellShape.trim(cells.get(width)).isEmpty()) {
        cells.remove((int) blanks.get(0));
      }
    }
    return cells.size() > width ? rows.fit(cells) : cells;
  }

  private @Nullable List<String> mended(RecordParser parser, List<String> cells) {
    if (isBlank(cells)) {
      return null;
    }
    List<String> quoted = lostBeforeQuote(parser, cells);
    if (quoted != null) {
      return quoted;
    }
    List<String> aligned = rows.isUsual(cells.size()) ? null : alignment.align(cells);
    List<String> anew = parser.unwrapped ? null : cutAnew(parser);
    if (anew != null
        && (aligned == null || rows.likelihood(anew) > rows.likelihood(aligned) + SURE)) {
      mend = Mend.CUT_ANEW;
      return anew;
    }
    if (aligned != null) {
      mend = Mend.REALIGNED;
    }
    return aligned;
  }

  private static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(cell -> CellShape.trim(cell).isEmpty());
  }

  /** The record cut at another delimiter, when that gives a row like the others. */
  private @Nullable List<String> cutAnew(RecordParser parser) {
    int width = rows.width();
    for (int i = 0; i < DELIMITERS.length; i++) {
      int delimiter = DELIMITERS[i];
      if (delimiter == dialect.delimiter() || times(parser, delimiter) < width - 1) {
        continue;
      }
      // A row that has most of its own delimiters has spaces in its texts, and grouping words
      // costs.
      if (delimiter == ' ' && parser.count * 2 > width) {
        continue;
      }
      RecordParser other = other(delimiter);
      if (!other.parse(parser.data, parser.from, parser.next, true) || other.next != parser.next) {
        continue;
      }
      List<String> cells = transcoder.texts(other);
      if (cells.size() > width && delimiter == ' ') {
        cells = rows.fit(cells, " ", other.quoted);
      }
      if (cells.size() == width && rows.looksRight(cells)) {
        return cells;
      }
    }
    return null;
  }

  private static int times(RecordParser parser, int value) {
    int times = 0;
    for (int i = parser.from; i < parser.next; i++) {
      times += parser.data[i] == value ? 1 : 0;
    }
    return times;
  }

  private RecordParser other(int delimiter) {
    int quote = dialect.quote() < 0 ? '"' : dialect.quote();
    Dialect wanted =
        dialect.withDelimiter(delimiter).withQuote(quote).withSkipSpace(false).withRun(0);
    for (RecordParser other : others) {
      if (other.delimiter() == delimiter) {
        return other;
      }
    }
    RecordParser made = new RecordParser(wanted, rows.width());
    others.add(made);
    return made;
  }

  /** The record read as if a delimiter were lost before a quote found inside a cell. */
  private @Nullable List<String> lostBeforeQuote(RecordParser parser, List<String> cells) {
    if (parser.midQuote < 0 || parser.unwrapped) {
      return null;
    }
    RecordParser other = other(dialect.delimiter());
    other.restore();
    other.openAt = parser.midQuote;
    boolean whole = other.attempt(parser.data, parser.from, parser.next, true);
    if (!whole || other.count != rows.width() || other.next != parser.next || other.strayQuote) {
      return null;
    }
    List<String> read = transcoder.texts(other);
    if (cells.size() == rows.width()) {
      double gain = (rows.likelihood(read) - rows.likelihood(cells)) * rows.width();
      if (gain < (isSentenceAt(other, parser.midQuote) ? 0 : LIKELIER)) {
        return null;
      }
    }
    if (!rows.looksRight(read)) {
      return null;
    }
    mend = Mend.REALIGNED;
    return read;
  }

  /** True when words touch the quote on both sides and a sentence with a delimiter follows. */
  private static boolean isSentenceAt(RecordParser read, int quote) {
    if (quote == read.from || !Character.isLetter(read.data[quote - 1])) {
      return false;
    }
    for (int cell = 0; cell < read.count; cell++) {
      if (read.starts[cell] == quote + 1) {
        for (int i = read.starts[cell]; i + 1 < read.ends[cell]; i++) {
          if (read.data[i] == read.delimiter() && read.data[i + 1] == ' ') {
            return true;
          }
        }
      }
    }
    return false;
  }
}
