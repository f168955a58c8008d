package fr.jalon.portal.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text with fields, as people write it, from which documents are filled. Immutable.
 *
 * <p>A blank line ends a paragraph; a line end in it stays. {@code # } is the title of the
 * document, {@code ## } to {@code #### } are headings, {@code - } and {@code 1. } items, {@code > }
 * a note, {@code **…**} what must be read first. {@code | a | b |} is a row, the first being the
 * header; a title of column that ends with {@code >} is that of numbers; {@code |= } begins the row
 * of totals. {@code [tableau] …} before the rows is their caption; {@code [page]} begins another
 * page; {@code [signatures]} is followed by a line for each who signs, {@code party | capacity};
 * {@code [en-tête] …}, {@code [pied] …} and {@code [objet] …} give what stands above and under the
 * pages, and what the document is. <code>{{field}}</code> is filled; on a line of its own, it may
 * be a part, filled with whole blocks. A backslash before a sign makes it a sign like any other.
 * There is no expression and no condition.
 */
public final class Template {
  /** Characters of a text with fields: some 30 pages. */
  public static final int MOST_CHARACTERS = 100_000;

  private final Phrase title;
  private final Phrase head;
  private final Phrase foot;
  private final Phrase description;
  private final List<Piece> pieces;
  private final Set<String> fields;
  private final Set<String> parts;

  Template(TemplateReader read) {
    this.title = read.title();
    this.head = read.margin(TemplateReader.Mark.HEAD);
    this.foot = read.margin(TemplateReader.Mark.FOOT);
    this.description = read.margin(TemplateReader.Mark.DESCRIPTION);
    this.pieces = List.copyOf(read.pieces());
    this.fields = Collections.unmodifiableSet(new TreeSet<>(read.fields()));
    this.parts = Collections.unmodifiableSet(new TreeSet<>(read.parts()));
  }

  /** What was read: a template, or why it is none. */
  public static TemplateReading read(String text, Set<String> knownFields) {
    return read(text, knownFields, Set.of());
  }

  /**
   * What was read: a template, or why it is none.
   *
   * @param knownParts names of what is filled with blocks
   */
  public static TemplateReading read(String text, Set<String> knownFields, Set<String> knownParts) {
    TemplateReader reader = new TemplateReader(knownFields, knownParts);
    reader.read(text);
    return reader.faults().isEmpty()
        ? TemplateReading.of(new Template(reader))
        : TemplateReading.of(reader.faults());
  }

  /** The fields it needs, which may be fewer than those it knows. */
  public Set<String> fields() {
    return fields;
  }

  /** The parts it needs. */
  public Set<String> parts() {
    return parts;
  }

  /** The fields for which there is no value, or a blank one: with them, nothing is filled. */
  public Set<String> missing(Map<String, String> values) {
    Set<String> missing = new TreeSet<>(fields);
    missing.removeIf(field -> !Characters.line(values.getOrDefault(field, "")).isEmpty());
    return missing;
  }

  public Document fill(Map<String, String> values) {
    return fill(values, Map.of());
  }

  /**
   * A document in French with these values in the place of the fields. Values are texts whatever
   * they look like.
   *
   * @throws IllegalArgumentException when values or parts are missing
   */
  public Document fill(Map<String, String> values, Map<String, List<Block>> blocks) {
    Set<String> missing = missing(values);
    parts.stream().filter(part -> !blocks.containsKey(part)).forEach(missing::add);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no value for " + missing);
    }
    List<Block> filled = new ArrayList<>();
    pieces.forEach(piece -> filled.addAll(piece.fill(values, blocks)));
    String said = title.plain(values);
    String what = description.plain(values);
    return new Document(
        said,
        Locale.FRENCH,
        what.isEmpty() ? said : what,
        head.plain(values),
        foot.plain(values),
        filled);
  }

  /** A block to be filled; a part gives as many as it has. */
  interface Piece {
    List<Block> fill(Map<String, String> values, Map<String, List<Block>> parts);
  }

  /** Words and fields, in order. */
  record Phrase(List<Bit> bits) {
    static final Phrase NOTHING = new Phrase(List.of());

    Phrase {
      bits = List.copyOf(bits);
    }

    Text fill(Map<String, String> values) {
      return new Text(bits.stream().map(bit -> new Run(bit.text(values), bit.emphasis())).toList());
    }

    String plain(Map<String, String> values) {
      return fill(values).plain();
    }

    boolean isBlank() {
      return bits.stream().allMatch(bit -> !bit.isField() && bit.said().isBlank());
    }
  }

  /**
   * Words, or the name of a field.
   *
   * @param said the words as they are, or the name
   */
  record Bit(boolean isField, String said, Run.Emphasis emphasis) {
    String text(Map<String, String> values) {
      return isField ? values.getOrDefault(said, "") : said;
    }
  }
}
