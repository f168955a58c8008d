package fr.jalon.portal.document;

import java.util.Locale;

/**
 * What is wrong in a text with fields, and where.
 *
 * @param line from 1
 * @param column from 1, in characters of the line
 * @param what the name or the words at fault, as they were written; may be empty
 */
public record TemplateFault(int line, int column, Kind kind, String what) {
  /** What can be wrong. */
  public enum Kind {
    /** No line begins with "# ". */
    TITLE_MISSING,
    TITLE_TWICE,
    /** Something stands before the title. */
    TITLE_NOT_FIRST,
    /** A heading of level 3 that no heading of level 2 precedes. */
    HEADING_SKIPPED,
    /** More levels of headings than there are. */
    HEADING_TOO_DEEP,
    /** A heading, an item, a party or a title of column without a word. */
    EMPTY,
    UNKNOWN_FIELD,
    /** "{{" that no "}}" follows on the line. */
    UNCLOSED_FIELD,
    /** "}}" that no "{{" precedes. */
    STRAY_BRACES,
    /** "**" that nothing ends. */
    UNCLOSED_STRONG,
    /** What is put in as a whole stands on a line of its own. */
    PART_IN_TEXT,
    /** A line between square brackets that means nothing here. */
    UNKNOWN_MARK,
    /** A mark that is written once only: head, foot, description. */
    MARK_TWICE,
    /** A row that has not as many cells as the first. */
    ODD_ROW,
    /** A caption without a table, or a table that has only its header. */
    TABLE_WITHOUT_ROWS,
    TOO_MANY_COLUMNS,
    /** A place to sign for nobody. */
    NOBODY_SIGNS,
    TOO_MANY_SIGN,
    TOO_LONG,
    /** A character that no page can show. */
    CONTROL_CHARACTER,
    /** An article without its number. */
    NUMBER_MISSING,
    /** Words that belong to no article. */
    OUTSIDE_ARTICLES,
    /** A key between square brackets that decides nothing. */
    UNKNOWN_KEY,
    /** A key that two articles have. */
    KEY_TWICE;

    /** Key of its sentence in the message files; {0} is what, {1} the line. */
    public String messageKey() {
      return "document.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
