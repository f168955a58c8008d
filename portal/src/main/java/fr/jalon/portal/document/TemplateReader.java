package fr.jalon.portal.document;

import fr.jalon.portal.document.Template.Bit;
import fr.jalon.portal.document.Template.Phrase;
import fr.jalon.portal.document.Template.Piece;
import fr.jalon.portal.document.TemplateFault.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the text of a {@link Template} line by line, each going to the block it belongs to. */
final class TemplateReader {
  /** More are of no use to whoever puts them right. */
  static final int MOST_FAULTS = 100;

  private static final Pattern HEADING = Pattern.compile("(#+)( .*)?");
  private static final Pattern ITEM = Pattern.compile("[-–•] +(.*)|[-–•]");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,3}[.)] +(.*)");
  private static final Pattern NOTE = Pattern.compile("> ?(.*)");
  private static final Pattern MARK = Pattern.compile("\\[(\\p{L}[\\p{L} -]*)](.*)");
  private static final Pattern PART = Pattern.compile("\\{\\{(.*)}}");
  private static final String NUMERIC = ">";

  private final Set<String> knownFields;
  private final Set<String> knownParts;
  private final List<TemplateFault> faults = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> parts = new TreeSet<>();
  private final Map<Mark, Phrase> margins = new EnumMap<>(Mark.class);
  private Phrase title = Phrase.NOTHING;
  private int level = 0;
  private boolean isBeforeTitleSaid;
  private Open open = new NoBlock();
  private int line;

  /** The words between square brackets. */
  enum Mark {
    HEAD("en-tête"),
    FOOT("pied"),
    DESCRIPTION("objet"),
    TABLE("tableau"),
    PAGE("page"),
    SIGNATURES("signatures");

    private final String word;

    Mark(String word) {
      this.word = word;
    }
  }

  TemplateReader(Set<String> knownFields, Set<String> knownParts) {
    this.knownFields = knownFields;
    this.knownParts = knownParts;
  }

  List<Piece> pieces() {
    return pieces;
  }

  Phrase title() {
    return title;
  }

  Phrase margin(Mark mark) {
    return margins.getOrDefault(mark, Phrase.NOTHING);
  }

  Set<String> fields() {
    return fields;
  }

  Set<String> parts() {
    return parts;
  }

  /** In the order of the text. */
  List<TemplateFault> faults() {
    return faults.stream()
        .sorted(Comparator.comparing(TemplateFault::line).thenComparing(TemplateFault::column))
        .limit(MOST_FAULTS)
        .toList();
  }

  void read(String text) {
    if (text.length() > Template.MOST_CHARACTERS) {
      faults.add(new TemplateFault(1, 1, Kind.TOO_LONG, ""));
      return;
    }
    for (String each : text.split("\r\n|\n|\r", -1)) {
      line++;
      checkCharacters(each);
      line(each);
    }
    end();
    if (level == 0) {
      faults.add(new TemplateFault(1, 1, Kind.TITLE_MISSING, ""));
    }
  }

  private void checkCharacters(String written) {
    for (int at = 0; at < written.length(); ) {
      int read = written.codePointAt(at);
      if (Characters.isForbidden(read)) {
        fault(at, Kind.CONTROL_CHARACTER, "U+%04X".formatted(read));
        return;
      }
      at += Character.charCount(read);
    }
  }

  private void line(String written) {
    String said = written.strip();
    int at = written.indexOf(said);
    if (said.isEmpty()) {
      end();
    } else if (open instanceof SigningBlock signing) {
      signing.line(at, said);
    } else if (open instanceof ListBlock list && at >= 2 && !isList(said)) {
      list.more(at, said);
    } else if (!isMargin(at, said)) {
      checkTitle(at, said);
      block(at, said);
    }
  }

  private void block(int at, String said) {
    Matcher found = HEADING.matcher(said);
    if (found.matches()) {
      heading(at, found.group(1).length(), said);
      return;
    }
    found = PART.matcher(said);
    if (found.matches() && knownParts.contains(found.group(1).strip())) {
      part(found.group(1).strip());
      return;
    }
    found = MARK.matcher(said);
    if (found.matches()) {
      mark(at, found);
      return;
    }
    if (said.startsWith("|")) {
      (open instanceof TableBlock table ? table : begin(new TableBlock(Phrase.NOTHING, line)))
          .row(at, said);
      return;
    }
    found = NOTE.matcher(said);
    if (found.matches()) {
      (open instanceof NoteBlock note ? note : begin(new NoteBlock()))
          .line(phrase(at + found.start(1), found.group(1)));
      return;
    }
    if (isList(said)) {
      item(at, said);
      return;
    }
    (open instanceof ParagraphBlock paragraph ? paragraph : begin(new ParagraphBlock()))
        .line(phrase(at, said));
  }

  private static boolean isList(String said) {
    return ITEM.matcher(said).matches() || NUMBERED.matcher(said).matches();
  }

  private void heading(int at, int depth, String said) {
    end();
    Phrase words = filled(at + depth, said.substring(depth), said);
    if (depth == 1) {
      if (level > 0) {
        fault(at, Kind.TITLE_TWICE, said);
      }
      level = Math.max(level, 1);
      title = words;
    } else if (depth > Block.Heading.LOWEST) {
      fault(at, Kind.HEADING_TOO_DEEP, said);
    } else {
      if (depth > level + 1 && level > 0) {
        fault(at, Kind.HEADING_SKIPPED, said);
      }
      level = level == 0 ? 0 : depth;
      pieces.add((values, blocks) -> List.of(new Block.Heading(depth, words.plain(values))));
    }
  }

  private void part(String name) {
    end();
    parts.add(name);
    pieces.add((values, blocks) -> blocks.getOrDefault(name, List.of()));
  }

  private void item(int at, String said) {
    Matcher numbered = NUMBERED.matcher(said);
    boolean ordered = numbered.matches();
    int from = ordered ? numbered.start(1) : said.length() - said.substring(1).strip().length();
    if (!(open instanceof ListBlock list) || list.ordered != ordered) {
      begin(new ListBlock(ordered)).item(filled(at + from, said.substring(from), said));
    } else {
      list.item(filled(at + from, said.substring(from), said));
    }
  }

  /** What stands above and under the pages may be said before the title. */
  private boolean isMargin(int at, String said) {
    Matcher found = MARK.matcher(said);
    if (!found.matches()) {
      return false;
    }
    for (Mark mark : List.of(Mark.HEAD, Mark.FOOT, Mark.DESCRIPTION)) {
      if (mark.word.equalsIgnoreCase(found.group(1).strip())) {
        end();
        if (margins.containsKey(mark)) {
          fault(at, Kind.MARK_TWICE, said);
        }
        margins.put(mark, phrase(at + found.start(2), found.group(2).strip()));
        return true;
      }
    }
    return false;
  }

  private void mark(int at, Matcher found) {
    end();
    String word = found.group(1).strip();
    String after = found.group(2).strip();
    if (Mark.PAGE.word.equalsIgnoreCase(word) && after.isEmpty()) {
      pieces.add((values, blocks) -> List.of(new Block.PageBreak()));
    } else if (Mark.SIGNATURES.word.equalsIgnoreCase(word) && after.isEmpty()) {
      begin(new SigningBlock(line, at));
    } else if (Mark.TABLE.word.equalsIgnoreCase(word)) {
      int from = found.start(2) + found.group(2).indexOf(after);
      begin(new TableBlock(phrase(at + from, after), line));
    } else {
      fault(at, Kind.UNKNOWN_MARK, found.group());
    }
  }

  private void checkTitle(int at, String said) {
    if (level == 0 && !isBeforeTitleSaid && !said.matches("# .*|#")) {
      isBeforeTitleSaid = true;
      fault(at, Kind.TITLE_NOT_FIRST, said);
    }
  }

  private Phrase filled(int at, String text, String line) {
    Phrase phrase = phrase(at + text.length() - text.stripLeading().length(), text.strip());
    if (phrase.isBlank()) {
      fault(at, Kind.EMPTY, line);
    }
    return phrase;
  }

  private Phrase phrase(int at, String text) {
    Phrase phrase =
        PhraseReader.read(
            text, knownFields, knownParts, (here, kind, what) -> fault(at + here, kind, what));
    phrase.bits().stream().filter(Bit::isField).map(Bit::said).forEach(fields::add);
    return phrase;
  }

  private void fault(int at, Kind kind, String what) {
    fault(line, at, kind, what);
  }

  private void fault(int there, int at, Kind kind, String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new TemplateFault(there, at + 1, kind, what));
    }
  }

  private void end() {
    open.end();
    open = new NoBlock();
  }

  private <B extends Open> B begin(B block) {
    end();
    open = block;
    return block;
  }

  /** A block whose lines are being read. */
  private interface Open {
    void end();
  }

  private static final class NoBlock implements Open {
    @Override
    public void end() {}
  }

  private abstract static class LinesBlock implements Open {
    private final List<Bit> bits = new ArrayList<>();

    void line(Phrase next) {
      if (!bits.isEmpty()) {
        bits.addAll(NEXT_LINE.bits());
      }
      bits.addAll(next.bits());
    }

    Phrase words() {
      return new Phrase(bits);
    }
  }

  private static final Phrase NEXT_LINE =
      new Phrase(List.of(new Bit(false, "\n", Run.Emphasis.NONE)));

  private final class ParagraphBlock extends LinesBlock {
    @Override
    public void end() {
      Phrase words = words();
      pieces.add((values, blocks) -> List.of(new Block.Paragraph(words.fill(values))));
    }
  }

  private final class NoteBlock extends LinesBlock {
    @Override
    public void end() {
      Phrase words = words();
      pieces.add((values, blocks) -> List.of(new Block.Note(words.fill(values))));
    }
  }

  private final class ListBlock implements Open {
    private final boolean ordered;
    private final List<List<Bit>> items = new ArrayList<>();

    ListBlock(boolean ordered) {
      this.ordered = ordered;
    }

    void item(Phrase item) {
      items.add(new ArrayList<>(item.bits()));
    }

    /** A line set back goes on with the item above. */
    void more(int at, String said) {
      List<Bit> last = items.get(items.size() - 1);
      last.addAll(NEXT_LINE.bits());
      last.addAll(phrase(at, said).bits());
    }

    @Override
    public void end() {
      List<Phrase> all = items.stream().map(Phrase::new).toList();
      pieces.add(
          (values, blocks) ->
              List.of(
                  new Block.Items(ordered, all.stream().map(item -> item.fill(values)).toList())));
    }
  }

  private final class SigningBlock implements Open {
    private final int begun;
    private final int at;
    private final List<List<Phrase>> signatories = new ArrayList<>();

    SigningBlock(int begun, int at) {
      this.begun = begun;
      this.at = at;
    }

    void line(int here, String said) {
      List<Cell> cells = Cell.split(said);
      Phrase party = filled(here + cells.get(0).at(), cells.get(0).text(), said);
      Phrase capacity =
          cells.size() < 2 ? Phrase.NOTHING : phrase(here + cells.get(1).at(), cells.get(1).text());
      if (cells.size() > 2) {
        fault(here + cells.get(2).at(), Kind.ODD_ROW, said);
      }
      signatories.add(List.of(party, capacity));
    }

    @Override
    public void end() {
      if (signatories.isEmpty()) {
        fault(begun, at, Kind.NOBODY_SIGNS, "");
      } else if (signatories.size() > Block.Signatures.MOST) {
        fault(begun, at, Kind.TOO_MANY_SIGN, String.valueOf(signatories.size()));
      }
      pieces.add(
          (values, blocks) ->
              List.of(
                  new Block.Signatures(
                      signatories.stream()
                          .map(
                              each ->
                                  new Block.Signatory(
                                      each.get(0).plain(values), each.get(1).plain(values)))
                          .toList())));
    }
  }

  private final class TableBlock implements Open {
    private final Phrase caption;
    private final int begun;
    private final List<Boolean> numeric = new ArrayList<>();
    private final List<Phrase> names = new ArrayList<>();
    private final List<List<Phrase>> rows = new ArrayList<>();
    private List<Phrase> totals = List.of();

    TableBlock(Phrase caption, int begun) {
      this.caption = caption;
      this.begun = begun;
    }

    void row(int at, String said) {
      boolean isTotals = said.startsWith("|=");
      int from = isTotals ? 2 : 1;
      List<Cell> cells = Cell.split(withoutLastBar(said).substring(from));
      int shift = at + from;
      if (names.isEmpty()) {
        cells.forEach(cell -> name(shift, cell, said));
        if (names.size() > Block.Grid.MOST_COLUMNS) {
          fault(at, Kind.TOO_MANY_COLUMNS, String.valueOf(names.size()));
        }
        return;
      }
      if (cells.size() != names.size() || !totals.isEmpty()) {
        fault(at, Kind.ODD_ROW, said);
      }
      List<Phrase> row =
          cells.stream().map(cell -> phrase(shift + cell.at(), cell.text())).toList();
      if (isTotals) {
        totals = row;
      } else {
        rows.add(row);
      }
    }

    private void name(int shift, Cell cell, String said) {
      boolean isNumeric = cell.text().endsWith(NUMERIC);
      String name = isNumeric ? cell.text().substring(0, cell.text().length() - 1) : cell.text();
      numeric.add(isNumeric);
      names.add(filled(shift + cell.at(), name, said));
    }

    private static String withoutLastBar(String said) {
      boolean isClosed = said.length() > 1 && said.endsWith("|") && !said.endsWith("\\|");
      return isClosed ? said.substring(0, said.length() - 1) : said;
    }

    @Override
    public void end() {
      if (rows.isEmpty()) {
        fault(begun, 0, Kind.TABLE_WITHOUT_ROWS, "");
      }
      pieces.add(
          (values, blocks) ->
              List.of(
                  new Block.Grid(
                      caption.plain(values),
                      IntStream.range(0, names.size())
                          .mapToObj(
                              at ->
                                  new Block.Column(
                                      names.get(at).plain(values), numeric.get(at), false))
                          .toList(),
                      rows.stream().map(row -> cells(row, values)).toList(),
                      cells(totals, values))));
    }

    private static List<Text> cells(List<Phrase> row, Map<String, String> values) {
      return row.stream().map(cell -> cell.fill(values)).toList();
    }
  }

  /**
   * What is between two bars.
   *
   * @param at where it begins, from 0
   */
  private record Cell(int at, String text) {
    static List<Cell> split(String row) {
      List<Cell> cells = new ArrayList<>();
      int from = 0;
      int at = 0;
      while (at < row.length()) {
        if (PhraseReader.isEscape(row, at)) {
          at++;
        } else if (row.charAt(at) == '|') {
          cells.add(of(row, from, at));
          from = at + 1;
        }
        at++;
      }
      cells.add(of(row, from, row.length()));
      return cells;
    }

    private static Cell of(String row, int from, int to) {
      String text = row.substring(from, to);
      return new Cell(from + text.length() - text.stripLeading().length(), text.strip());
    }
  }
}
