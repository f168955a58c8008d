package fr.jalon.portal.document;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a document is made of, one under the other. */
public sealed interface Block {
  /** Hands itself to the method of its kind. */
  void write(BlockWriter writer);

  /** The title of a part. Level 1 is the document's own title. */
  record Heading(int level, String text) implements Block {
    public static final int HIGHEST = 2;
    public static final int LOWEST = 4;

    public Heading {
      if (level < HIGHEST || level > LOWEST) {
        throw new IllegalArgumentException(
            "a heading is of level " + HIGHEST + " to " + LOWEST + ", not " + level);
      }
      text = said("a heading", text);
    }

    @Override
    public void write(BlockWriter writer) {
      writer.heading(this);
    }
  }

  record Paragraph(Text text) implements Block {
    public static Paragraph of(String text) {
      return new Paragraph(Text.of(text));
    }

    @Override
    public void write(BlockWriter writer) {
      writer.paragraph(this);
    }
  }

  /** A list, numbered from 1 when the order matters. */
  record Items(boolean ordered, List<Text> items) implements Block {
    public Items {
      items = List.copyOf(items);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("a list has at least one item");
      }
    }

    /** "1." or "•", as it stands before the item of this index, from 0. */
    String mark(int index) {
      return ordered ? index + 1 + "." : "•";
    }

    @Override
    public void write(BlockWriter writer) {
      writer.items(this);
    }
  }

  /**
   * A table.
   *
   * @param caption blank when there is none
   * @param totals the last row, which adds up the others; empty when there is none
   */
  record Grid(String caption, List<Column> columns, List<List<Text>> rows, List<Text> totals)
      implements Block {
    public static final int MOST_COLUMNS = 12;

    /** Widths, in letters: beyond, a text goes to the next line. */
    static final int WIDEST = 40;

    private static final int NARROWEST = 6;

    /** What a signature takes. */
    private static final int TO_FILL = 24;

    /** What stands on a line of a page, in the size of tables. */
    private static final int LINE = 98;

    /** Beyond, a word is an address, and may be cut. */
    private static final int LONGEST_WORD = 16;

    /** The space around a word, at its widest between two columns of figures. */
    private static final int AROUND_WORD = 4;

    /** The space between two columns. */
    private static final int BETWEEN = 3;

    public Grid {
      caption = Characters.line(caption);
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      totals = List.copyOf(totals);
      if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
        throw new IllegalArgumentException(
            "a table has 1 to " + MOST_COLUMNS + " columns, not " + columns.size());
      }
      for (List<Text> row : rows) {
        checkWidth(columns, row);
      }
      if (!totals.isEmpty()) {
        checkWidth(columns, totals);
      }
    }

    public static Grid of(String caption, List<Column> columns, List<List<String>> rows) {
      return new Grid(
          caption,
          columns,
          rows.stream().map(row -> row.stream().map(Text::of).toList()).toList(),
          List.of());
    }

    public Grid withTotals(List<String> totals) {
      return new Grid(caption, columns, rows, totals.stream().map(Text::of).toList());
    }

    /** The share of each column, in letters: its longest text, within reason. */
    List<Integer> widths() {
      List<Integer> usual = IntStream.range(0, columns.size()).map(this::width).boxed().toList();
      List<Integer> words = IntStream.range(0, columns.size()).map(this::word).boxed().toList();
      int all = sum(usual);
      boolean whole =
          IntStream.range(0, columns.size())
              .allMatch(at -> LINE * usual.get(at) / all >= words.get(at));
      return whole || sum(words) >= LINE ? usual : wordsFirst(usual, words);
    }

    /** No word is cut: what is left of the line goes to those that have more to say. */
    private static List<Integer> wordsFirst(List<Integer> usual, List<Integer> words) {
      List<Integer> more =
          IntStream.range(0, words.size())
              .map(at -> Math.max(0, usual.get(at) - words.get(at)))
              .boxed()
              .toList();
      int left = LINE - sum(words);
      return IntStream.range(0, words.size())
          .map(at -> words.get(at) + left * more.get(at) / Math.max(1, sum(more)))
          .map(width -> Math.min(width, WIDEST))
          .boxed()
          .toList();
    }

    private static int sum(List<Integer> some) {
      return some.stream().mapToInt(Integer::intValue).sum();
    }

    /** What the longest word of a column takes. */
    private int word(int column) {
      int longest =
          Stream.concat(
                  Stream.of(columns.get(column).name()),
                  Stream.concat(rows.stream(), totals.isEmpty() ? Stream.of() : Stream.of(totals))
                      .map(row -> row.get(column).plain()))
              .flatMap(text -> Stream.of(text.split("[\\s-]")))
              .mapToInt(String::length)
              .reduce(0, Math::max);
      return Math.min(longest, LONGEST_WORD) + AROUND_WORD;
    }

    private int width(int column) {
      if (columns.get(column).toFill()) {
        return TO_FILL;
      }
      int longest =
          Stream.concat(rows.stream(), totals.isEmpty() ? Stream.of() : Stream.of(totals))
              .mapToInt(row -> row.get(column).length())
              .reduce(columns.get(column).name().length(), Math::max);
      return Math.max(NARROWEST, Math.min(longest + BETWEEN, WIDEST));
    }

    private static void checkWidth(List<Column> columns, List<Text> row) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
      }
    }

    @Override
    public void write(BlockWriter writer) {
      writer.grid(this);
    }
  }

  /**
   * Quantities with their names, drawn as bars beside what is said of them: the bars show nothing
   * that the words do not.
   *
   * @param caption blank when there is none
   * @param name of what is compared
   * @param measure of what is said
   */
  record Bars(String caption, String name, String measure, List<Bar> bars) implements Block {
    public Bars {
      caption = Characters.line(caption);
      name = said("what is compared", name);
      measure = said("a measure", measure);
      bars = List.copyOf(bars);
      if (bars.isEmpty()) {
        throw new IllegalArgumentException("something is compared, got no bar");
      }
    }

    @Override
    public void write(BlockWriter writer) {
      writer.bars(this);
    }
  }

  /**
   * A line of {@link Bars}.
   *
   * @param said its quantity in words
   * @param percents its length, whole percents of the longest possible: one, or two of which the
   *     first is of an earlier day
   */
  record Bar(String name, String said, List<Integer> percents) {
    public static final int FULL = 100;
    private static final int MOST = 2;

    public Bar {
      name = Characters.clean(name);
      said = Characters.clean(said);
      percents = List.copyOf(percents);
      if (percents.size() > MOST || percents.stream().anyMatch(one -> one < 0 || one > FULL)) {
        throw new IllegalArgumentException("at most " + MOST + " of 0 to 100, got " + percents);
      }
    }

    /** True for the length of an earlier day. */
    boolean isFormer(int at) {
      return at + 1 < percents.size();
    }
  }

  /**
   * A column of a {@link Grid}.
   *
   * @param numeric its figures are set under one another, at the right
   * @param toFill its cells are left empty, and high enough to be written in by hand
   */
  record Column(String name, boolean numeric, boolean toFill) {
    public Column {
      name = said("the name of a column", name);
    }

    public static Column text(String name) {
      return new Column(name, false, false);
    }

    public static Column numeric(String name) {
      return new Column(name, true, false);
    }

    public static Column toFill(String name) {
      return new Column(name, false, true);
    }
  }

  /** A place to sign for each, side by side. */
  record Signatures(List<Signatory> signatories) implements Block {
    public static final int MOST = 6;

    public Signatures {
      signatories = List.copyOf(signatories);
      if (signatories.isEmpty() || signatories.size() > MOST) {
        throw new IllegalArgumentException(
            "1 to " + MOST + " people sign, not " + signatories.size());
      }
    }

    @Override
    public void write(BlockWriter writer) {
      writer.signatures(this);
    }
  }

  /**
   * Who signs.
   *
   * @param party for whom: "Pour la commune de Vallon-sur-Orne"
   * @param capacity who, and in what capacity: "Mme Claire Aubry, maire"; may be blank
   */
  record Signatory(String party, String capacity) {
    public Signatory {
      party = said("who signs", party);
      capacity = Characters.line(capacity);
    }
  }

  /** What is said beside the text: a reminder, a warning. */
  record Note(Text text) implements Block {
    public static Note of(String text) {
      return new Note(Text.of(text));
    }

    @Override
    public void write(BlockWriter writer) {
      writer.note(this);
    }
  }

  /** What follows begins on another page. */
  record PageBreak() implements Block {
    @Override
    public void write(BlockWriter writer) {
      writer.pageBreak();
    }
  }

  private static String said(String what, String text) {
    String line = Characters.line(text);
    if (line.isEmpty()) {
      throw new IllegalArgumentException(what + " says something, got a blank text");
    }
    return line;
  }
}
