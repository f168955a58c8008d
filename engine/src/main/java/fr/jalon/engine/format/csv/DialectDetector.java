package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.CellShape;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the dialect under which a sample looks most like a table: records of the same width,
 * cells that are figures, dates, codes or plain words, and no other delimiter left inside them.
 */
final class DialectDetector {
  private static final int[] DELIMITERS = {';', ',', '\t', '|'};
  private static final int[] RARE_DELIMITERS = {
    ':', '~', '^', '#', '!', '*', '&', 0x01, 0x02, 0x1c, 0x1d, 0x1e, 0x1f
  };

  /** In place of a delimiter when scoring: runs of spaces, and places in the line. */
  private static final int RUNS = 1000;

  private static final int FIXED = 1001;

  /** The score above which a usual delimiter is not given up for places in the line. */
  private static final double FAIR = 0.45;

  /** The halves of a figure, whatever bytes part its thousands and name its currency. */
  private static final Pattern WHOLE = Pattern.compile("[-+ ]?\\d+(?:[^\\p{Alnum}]{1,3}\\d{3})*");

  private static final Pattern DECIMALS = Pattern.compile("\\d{1,15}[^\\p{Alnum}]{0,5}");
  private static final Pattern ONE_WORD = Pattern.compile(" ?[^\\s\\d]+");
  private static final int LONGEST_FIGURE = 40;

  private static final int MAX_RECORDS = 1500;
  private static final int MAX_CELLS = 40_000;

  private final Sample sample;
  private final boolean utf8;

  /** How often each byte stands in the sample. */
  private final long[] bytes = new long[256];

  /** Lines of the sample that are not empty. */
  private final long lines;

  /**
   * @param utf8 true when a character may take several bytes
   */
  DialectDetector(Sample raw, boolean utf8) {
    this.sample = EntityMask.masked(raw);
    this.utf8 = utf8;
    long ends = 0;
    for (byte[] part : sample.parts()) {
      boolean filled = false;
      for (byte b : part) {
        bytes[b & 0xff]++;
        boolean end = b == '\n' || b == '\r';
        ends += end && filled ? 1 : 0;
        filled = !end;
      }
      ends += filled ? 1 : 0;
    }
    this.lines = ends;
  }

  /**
   * @param given the delimiter a person named, or null
   */
  Dialect detect(@Nullable Integer given) {
    Dialect plain = Dialect.plain(sample.bareReturns());
    int quote = has('"') ? '"' : Dialect.NONE;
    int only = onlyDelimiter();
    if (only >= 0) {
      return plain.withDelimiter(only);
    }
    Dialect single = plain.withQuote(quote);
    Best best = new Best(single, score(single, Dialect.NONE), false);
    Integer asked = given == null ? declared() : given;
    if (asked != null) {
      best = better(new Best(single, -1, false), single.withDelimiter(asked), asked);
    } else {
      for (int delimiter : DELIMITERS) {
        if (has(delimiter)) {
          best = better(best, single.withDelimiter(delimiter), delimiter);
        }
      }
      if (!best.sure()) {
        best = uncommon(best, single);
      }
    }
    return settleQuote(best.dialect().withLeftover(leftover(best.dialect())));
  }

  /**
   * @param sure true when nearly all records have the same three cells or more, nearly all likely
   */
  private record Best(Dialect dialect, double score, boolean sure) {}

  private Best better(Best best, Dialect dialect, int delimiter) {
    Best found = tried(best, dialect, delimiter);
    if (delimiter != ' ' && follows(delimiter, ' ')) {
      Dialect spaced = dialect.withSkipSpace(true);
      double withSpace = score(spaced, delimiter);
      if (withSpace > found.score() + 0.002 && spacesEverywhere(spaced)) {
        found = new Best(spaced, withSpace, sure);
      }
    }
    if (apostrophesAt(delimiter) * 5 >= lines && apostrophesAt(delimiter) >= 4) {
      Best before = found;
      found = tried(found, dialect.withQuote('\''), delimiter);
      if (found != before && !single(found.dialect())) {
        found = before;
      }
    }
    if (escapesBefore(delimiter) >= 2) {
      found = tried(found, dialect.withEscape('\\', true), delimiter);
    }
    return found;
  }

  private Best tried(Best best, Dialect dialect, int delimiter) {
    double score = score(dialect, delimiter);
    return score > best.score() ? new Best(dialect, score, sure) : best;
  }

  /** Spaces, places in the line, and characters that delimit only where nothing else does. */
  private Best uncommon(Best best, Dialect single) {
    Best found = best;
    boolean common = best.dialect().delimiter() >= 0;
    if (bytes[' '] >= lines) {
      found = spaces(found, single);
      boolean fair = common && best.score() > FAIR;
      boolean words = found.dialect().delimiter() == ' ' && found.dialect().run() == 0;
      FixedWidth columns = words || fair ? null : new FixedWidthFinder(sample, utf8).find();
      if (columns != null) {
        Best placed = tried(found, single.withQuote(Dialect.NONE).withColumns(columns), FIXED);
        boolean runs = found.dialect().delimiter() == ' ' && found.sure();
        found = runs ? found : placed;
      }
    }
    if (!common) {
      for (int delimiter : RARE_DELIMITERS) {
        if (has(delimiter)) {
          found = better(found, single.withDelimiter(delimiter), delimiter);
        }
      }
    }
    return found;
  }

  private Best spaces(Best best, Dialect single) {
    Dialect spaced = single.withDelimiter(' ');
    Best found = tried(best, spaced, ' ');
    if (follows(' ', ' ')) {
      found = tried(found, spaced.withRun(1), ' ');
      found = tried(found, spaced.withRun(2), RUNS);
    }
    if (found == best && isTextBetweenSpaces(spaced)) {
      double ragged = 0.5;
      found = best.score() < ragged ? new Best(spaced, ragged, false) : best;
    }
    return found;
  }

  /**
   * True when single spaces delimit though texts hold some too: the first record has the fewest
   * cells, and nearly all others have cells in quotes.
   */
  private boolean isTextBetweenSpaces(Dialect dialect) {
    int[] first = new int[1];
    int[] seen = new int[3];
    forEachRecord(
        dialect,
        parser -> {
          int quotedCells = 0;
          for (int c = 0; c < parser.count; c++) {
            quotedCells += parser.quoted[c] ? 1 : 0;
          }
          if (seen[0]++ == 0) {
            first[0] = parser.count;
          } else {
            seen[1] += parser.count >= first[0] ? 1 : 0;
            seen[2] += quotedCells > 0 ? 1 : 0;
          }
        });
    int rows = seen[0] - 1;
    return first[0] >= 3 && rows >= 3 && seen[1] >= 0.98 * rows && seen[2] >= 0.9 * rows;
  }

  // --- quotes ---

  /** The quote kept is one that really opens and closes cells. */
  private Dialect settleQuote(Dialect dialect) {
    if (dialect.columns() != null) {
      return dialect;
    }
    if (dialect.quote() == '\'') {
      return isDoubledThroughout() ? dialect.withEscape('"', false) : dialect;
    }
    if (dialect.quote() == '"' && quotedCells(dialect) > 0) {
      return dialect.escape() < 0 && backslash(dialect) ? dialect.withEscape('\\', false) : dialect;
    }
    Dialect apostrophes = dialect.withQuote('\'');
    if (has('\'') && single(apostrophes)) {
      return apostrophes;
    }
    return dialect.withQuote(Dialect.NONE);
  }

  /** True when double quotes only come by two, in a file whose cells are in apostrophes. */
  private boolean isDoubledThroughout() {
    long pairs = 0;
    for (byte[] part : sample.parts()) {
      for (int i = 0; i < part.length; i++) {
        if (part[i] == '"') {
          if (i + 1 >= part.length || part[i + 1] != '"') {
            return false;
          }
          pairs++;
          i++;
        }
      }
    }
    return pairs > 0;
  }

  /** Apostrophes are quotes only when they enclose many cells and hardly ever open one alone. */
  private boolean single(Dialect quoting) {
    long[] counts = new long[4];
    forEachRecord(
        quoting,
        parser -> {
          for (int c = 0; c < parser.count; c++) {
            counts[0] += parser.quoted[c] ? 1 : 0;
            counts[1] += parser.ends[c] > parser.starts[c] ? 1 : 0;
          }
          counts[2] += parser.strayQuote ? 1 : 0;
          counts[3]++;
        });
    return counts[0] >= 4
        && counts[2] * 20 <= counts[0]
        && (counts[0] * 5 >= counts[1] || counts[0] >= counts[3]);
  }

  /** Cells that begin with an apostrophe. */
  private long apostrophesAt(int delimiter) {
    return bytes['\''] == 0 ? 0 : pairs(delimiter, '\'');
  }

  /** Delimiters after a backslash. */
  private long escapesBefore(int delimiter) {
    return bytes['\\'] == 0 ? 0 : pairs('\\', delimiter);
  }

  private long pairs(int first, int second) {
    long pairs = 0;
    for (byte[] part : sample.parts()) {
      for (int i = 0; i + 1 < part.length; i++) {
        pairs += part[i] == first && part[i + 1] == second ? 1 : 0;
      }
    }
    return pairs;
  }

  private long quotedCells(Dialect dialect) {
    long[] quoted = new long[1];
    forEachRecord(
        dialect,
        parser -> {
          for (int c = 0; c < parser.count; c++) {
            quoted[0] += parser.quoted[c] || parser.unwrapped ? 1 : 0;
          }
        });
    return quoted[0];
  }

  /** True when quotes inside cells come after a backslash rather than doubled. */
  private boolean backslash(Dialect dialect) {
    int escapedQuotes = 0;
    int doubled = 0;
    for (byte[] part : sample.parts()) {
      for (int i = 1; i + 1 < part.length; i++) {
        if (part[i] == '"') {
          byte next = part[i + 1];
          if (part[i - 1] == '\\' && next != dialect.delimiter() && next != '\n' && next != '\r') {
            escapedQuotes++;
          } else if (part[i - 1] == '"' && Character.isLetterOrDigit(next)) {
            doubled++;
          }
        }
      }
    }
    return escapedQuotes > 0 && escapedQuotes > 2 * doubled;
  }

  // --- what stands beside delimiters ---

  private boolean spacesEverywhere(Dialect dialect) {
    long spaced = 0;
    long all = 0;
    long beforeQuote = 0;
    for (byte[] part : sample.parts()) {
      for (int i = 0; i + 2 < part.length; i++) {
        if (part[i] == dialect.delimiter()) {
          all++;
          if (part[i + 1] == ' ') {
            spaced++;
            beforeQuote += part[i + 2] == dialect.quote() ? 1 : 0;
          }
        }
      }
    }
    return spaced >= 0.95 * all || beforeQuote > 0;
  }

  /** A character that ends the header and most records though it delimits nothing, or -1. */
  private int leftover(Dialect dialect) {
    for (int candidate : new int[] {';', ','}) {
      if (candidate == dialect.delimiter() || dialect.delimiter() < 0 || !has(candidate)) {
        continue;
      }
      long lines = 0;
      long ended = 0;
      for (byte[] part : sample.parts()) {
        for (int i = 1; i <= part.length; i++) {
          boolean end = i == part.length || part[i] == '\n' || part[i] == '\r';
          if (end && part[i - 1] != '\n' && part[i - 1] != '\r') {
            lines++;
            ended += part[i - 1] == candidate ? 1 : 0;
          }
        }
      }
      if (ended >= 2 && ended >= 0.5 * lines) {
        return candidate;
      }
    }
    return Dialect.NONE;
  }

  /** The delimiter a first line "sep=;" announces to Excel, or null. */
  private @Nullable Integer declared() {
    byte[] first = sample.parts().get(0);
    boolean declares =
        first.length > 5
            && new String(first, 0, 4, StandardCharsets.ISO_8859_1).equalsIgnoreCase("sep=")
            && (first[5] == '\n' || first[5] == '\r');
    return declares ? (Integer) (int) first[4] : null;
  }

  /** The delimiter of a file that holds nothing else, or -1. */
  private int onlyDelimiter() {
    int only = Dialect.NONE;
    for (byte[] part : sample.parts()) {
      for (byte b : part) {
        if (b == ';' || b == ',' || b == '\t' || b == '|') {
          only = b;
        } else if (b > ' ' || b < 0) {
          return Dialect.NONE;
        }
      }
    }
    return only;
  }

  private boolean has(int value) {
    return bytes[value & 0xff] > 0;
  }

  private boolean follows(int first, int second) {
    return pairs(first, second) > 0;
  }

  // --- the score ---

  /** Whether the dialect scored last leaves no room for another. */
  private boolean sure;

  private double score(Dialect dialect, int delimiter) {
    sure = false;
    Map<Integer, Integer> widths = new HashMap<>();
    long[] cells = new long[2];
    double[] types = new double[1];
    boolean[] used = new boolean[256];
    SingleColumn alone = new SingleColumn(delimiter);
    int records =
        forEachRecord(
            dialect,
            parser -> {
              widths.merge(parser.count, 1, Integer::sum);
              alone.look(parser);
              for (int c = 0; c < parser.count && cells[0] < MAX_CELLS; c++) {
                double type = type(parser, c, delimiter);
                if (type >= 0) {
                  cells[0]++;
                  types[0] += type;
                  used[Math.min(c, 255)] = true;
                }
              }
            });
    if (records == 0 || cells[0] == 0) {
      return 0;
    }
    int modal = 1;
    int most = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getValue() > most || width.getValue() == most && width.getKey() > modal) {
        modal = width.getKey();
        most = width.getValue();
      }
    }
    if (alone.isLikelier(modal)) {
      return 0;
    }
    int filled = 0;
    for (boolean column : used) {
      filled += column ? 1 : 0;
    }
    if (isRare(delimiter) && (records < 3 || most * 10 < records * 9)) {
      return 0;
    }
    sure = modal >= 3 && most * 100 >= records * 97 && types[0] >= 0.8 * cells[0];
    double regular = Math.pow((double) most / records, 1.2);
    double useful = 0.3 + 0.7 * Math.min(1.0, (double) filled / Math.min(256, modal));
    return regular * (types[0] / cells[0]) * useful * (1 - 0.6 / modal) * prior(delimiter, modal);
  }

  /**
   * Notices one column that a delimiter would cut: one name, over figures with a decimal comma,
   * texts with a comma and a space, or cells of as many words each ("Téléphone" over "02 99 00 11
   * 22").
   */
  private final class SingleColumn {
    private final boolean comma;
    private final boolean spaces;
    private int records;
    private int natural;
    private int names;

    SingleColumn(int delimiter) {
      comma = delimiter == ',';
      spaces = (delimiter == ' ' || delimiter == FIXED) && !follows(' ', ' ') && !has('"');
    }

    void look(RecordParser parser) {
      if (!comma && !spaces) {
        return;
      }
      if (records++ == 0) {
        for (int c = 0; c < parser.count; c++) {
          names += parser.isBlank(c) ? 0 : 1;
        }
        names = comma ? parser.count : names;
      } else if (comma && names == 1) {
        boolean titled =
            records == 2 && parser.count == 2 && isWord(parser, 0) && isWord(parser, 1);
        natural += parser.count == 1 || parser.count == 2 && !titled && isNatural(parser) ? 1 : 0;
      }
    }

    private static boolean isNatural(RecordParser parser) {
      if (parser.quoted[0] || parser.quoted[1] || parser.isBlank(1)) {
        return false;
      }
      boolean spaced =
          parser.starts[1] > parser.ends[0] + 1 || parser.data[parser.starts[1]] == ' ';
      return spaced
          || WHOLE.matcher(text(parser, 0)).matches()
              && DECIMALS.matcher(text(parser, 1)).matches();
    }

    /** Two words under a title name two columns: "nom, ville". */
    private static boolean isWord(RecordParser parser, int cell) {
      return ONE_WORD.matcher(text(parser, cell)).matches();
    }

    private static String text(RecordParser parser, int cell) {
      int length = Math.min(LONGEST_FIGURE, parser.ends[cell] - parser.starts[cell]);
      return new String(parser.data, parser.starts[cell], length, StandardCharsets.ISO_8859_1);
    }

    /**
     * @param modal cells that most records have
     */
    boolean isLikelier(int modal) {
      return records > 1 && (spaces ? names < modal : names == 1 && natural == records - 1);
    }
  }

  private static boolean isRare(int delimiter) {
    if (delimiter == ' ' || delimiter == RUNS || delimiter == FIXED) {
      return true;
    }
    for (int rare : RARE_DELIMITERS) {
      if (rare == delimiter) {
        return true;
      }
    }
    return false;
  }

  /** Spaces delimit only what falls in three columns or more, all along. */
  private static double prior(int delimiter, int columns) {
    return switch (delimiter) {
      case ',', ';', '|', Dialect.NONE -> 1;
      case '\t' -> 1.05;
      case ' ' -> columns >= 3 ? 0.55 : 0.2;
      case RUNS, FIXED -> columns >= 3 ? 0.9 : 0.75;
      default -> 0.6;
    };
  }

  /** How much a cell looks like one cell, 0 to 1; -1 when it is empty. */
  private static double type(RecordParser parser, int cell, int delimiter) {
    int from = parser.starts[cell];
    int to = Math.min(parser.ends[cell], from + 400);
    if (parser.isBlank(cell)) {
      return -1;
    }
    String text = new String(parser.data, from, to - from, StandardCharsets.ISO_8859_1);
    CellShape shape = CellShape.of(CellShape.trim(text));
    if (delimiter != RUNS && delimiter != FIXED && text.strip().contains("   ")) {
      return 0.4;
    }
    boolean structure = shape == CellShape.STRUCTURE;
    boolean value = shape != CellShape.TEXT && !structure;
    if (parser.quoted[cell]) {
      return value ? 1 : 0.95;
    }
    int commas = 0;
    int commasWithSpace = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != delimiter && (c == ';' || c == '\t' || c == '|') && !structure) {
        return 0.35;
      }
      if (c == ',') {
        commas++;
        commasWithSpace += i + 1 < text.length() && text.charAt(i + 1) == ' ' ? 1 : 0;
      }
    }
    boolean code = shape == CellShape.CODE;
    if (value && commas <= (code ? 0 : 1) || structure) {
      return 1;
    }
    return commas == 0 ? 0.85 : commas == commasWithSpace ? 0.75 : 0.45;
  }

  private interface RecordVisitor {
    void visit(RecordParser parser);
  }

  /** Visits the records that are not blank; gives their number. */
  private int forEachRecord(Dialect dialect, RecordVisitor visitor) {
    RecordParser parser = new RecordParser(dialect, 0);
    int records = 0;
    int share = Math.max(50, MAX_RECORDS / sample.parts().size());
    for (byte[] part : sample.parts()) {
      int at = 0;
      int here = 0;
      // The last record of a part cut from the middle of a file may be cut too.
      while (at < part.length && (here < share || sample.parts().size() == 1)) {
        if (!parser.parse(part, at, part.length, true)) {
          break;
        }
        at = parser.next;
        if (here >= MAX_RECORDS || at >= part.length && here > 0 && sample.parts().size() > 1) {
          break;
        }
        if (!parser.isBlank()) {
          visitor.visit(parser);
          here++;
        }
      }
      records += here;
    }
    return records;
  }
}
