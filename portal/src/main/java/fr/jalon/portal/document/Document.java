package fr.jalon.portal.document;

import java.util.List;
import java.util.Locale;

/**
 * A text to be given as a file: its title, then its blocks. Immutable.
 *
 * @param language the one it is written in; screen readers follow it
 * @param description what it is, in a sentence; found in the properties of the files, not on paper
 * @param head stands above each page; may be blank
 * @param foot stands under each page, before its number; may be blank
 */
public record Document(
    String title,
    Locale language,
    String description,
    String head,
    String foot,
    List<Block> blocks) {
  /**
   * Characters of a whole document, about 150 pages. Writing one of this length was measured within
   * the memory of the server; see the decision record 0012.
   */
  public static final int MOST_CHARACTERS = 400_000;

  /** Characters above and under the pages, three lines: more is cut, or would cover the text. */
  public static final int MOST_IN_MARGIN = 200;

  public Document {
    title = Characters.line(title);
    description = Characters.line(description);
    head = Characters.line(head, MOST_IN_MARGIN);
    foot = Characters.line(foot, MOST_IN_MARGIN);
    blocks = List.copyOf(blocks);
    if (title.isEmpty()) {
      throw new IllegalArgumentException("a document has a title");
    }
    if (language.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("a document says its language");
    }
    checkHeadings(blocks);
  }

  /** In French, described by its title, with nothing above and under the pages. */
  public static Document of(String title, List<Block> blocks) {
    return new Document(title, Locale.FRENCH, title, "", "", blocks);
  }

  public Document withDescription(String description) {
    return new Document(title, language, description, head, foot, blocks);
  }

  public Document withHead(String head) {
    return new Document(title, language, description, head, foot, blocks);
  }

  public Document withFoot(String foot) {
    return new Document(title, language, description, head, foot, blocks);
  }

  public Document withLanguage(Locale language) {
    return new Document(title, language, description, head, foot, blocks);
  }

  /**
   * All that is read in it, in order: a blank line between blocks, a line an item and a row, a tab
   * between cells. What stands above and under each page is not there.
   */
  public String text() {
    PlainText plain = new PlainText(this);
    blocks.forEach(block -> block.write(plain));
    return plain.toString();
  }

  void checkLength() {
    int length = text().length();
    if (length > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a document has at most %d characters, got %d".formatted(MOST_CHARACTERS, length));
    }
  }

  /** Readers that go from heading to heading lose their way when a level is missing. */
  private static void checkHeadings(List<Block> blocks) {
    int level = Block.Heading.HIGHEST - 1;
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        if (heading.level() > level + 1) {
          throw new IllegalArgumentException(
              "heading '%s' is of level %d under one of level %d"
                  .formatted(heading.text(), heading.level(), level));
        }
        level = heading.level();
      }
    }
  }
}
