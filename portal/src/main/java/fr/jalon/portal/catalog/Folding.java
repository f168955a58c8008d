package fr.jalon.portal.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words without accents nor capitals, as people type them in a search box.
 *
 * <p>Done here and not in the database: the extension that does it is not everywhere, and both the
 * stored words and the asked ones must be folded alike.
 */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST_SLUG = 80;

  private Folding() {}

  /** "Équipements d’Œuilly" → "equipements d'oeuilly". */
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('’', '\'').replace('\u0000', ' ');
  }

  /** The same for an address: "equipements-d-oeuilly", never empty. */
  static String slug(String text) {
    String dashed = NOT_IN_ADDRESSES.matcher(fold(text)).replaceAll("-");
    String cut = dashed.substring(0, Math.min(dashed.length(), LONGEST_SLUG));
    String slug = cut.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "donnees" : slug;
  }
}
