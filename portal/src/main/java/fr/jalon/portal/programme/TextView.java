package fr.jalon.portal.programme;

import fr.jalon.portal.document.TextEdition;
import java.util.List;
import java.util.Map;

/**
 * A text being written.
 *
 * @param revision number of the writing it was made from
 * @param notice what is to be said first, "" when nothing is
 * @param faults what is wrong in it, in words
 * @param names what it may name
 * @param current number of the writing that holds
 * @param shipped true when what holds is the shipped words
 * @param subjects of whom a preview may be made
 * @param subject of whom it is, "" for an example
 * @param articles true for the articles of the agreement, which have keys
 * @param signed how many agreements keep their own words
 */
public record TextView(
    String href,
    String text,
    int revision,
    String notice,
    List<String> faults,
    List<Name> names,
    List<TextEdition> editions,
    int current,
    boolean shipped,
    Map<String, String> subjects,
    String subject,
    boolean articles,
    long signed) {

  /** Something a text may name. */
  public record Name(String name, String meaning, String example) {}

  /** A text in the list of a season's. */
  public record Line(String title, String about, String href, String state) {}
}
