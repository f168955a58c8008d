package fr.jalon.portal.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words without accents nor capitals, as people type them in a search box.
 *
 * <p>Done here and not in the database: the extension that does it is not everywhere, and both the
 * stored words and the asked ones must be folded alike.
 */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\u00AD\\u200B-\\u200D]+");
  private static final Pattern APOSTROPHES = Pattern.compile("[‘’ʼ′`´＇]");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST_SLUG = 80;

  /** Letters that Unicode does not take apart, as they are typed on a keyboard without them. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı",
          "i");

  private Folding() {}

  /** "Équipements d’Œuilly" → "equipements d'oeuilly". */
  public static String fold(String text) {
    String apart =
        Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll("'"), Normalizer.Form.NFKD);
    String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    String plain = HYPHENS.matcher(bare).replaceAll("-").replace('\u0000', ' ');
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    return plain;
  }

  /** The same for an address: "equipements-d-oeuilly", never empty. */
  static String slug(String text) {
    String dashed = NOT_IN_ADDRESSES.matcher(fold(text)).replaceAll("-");
    String cut = dashed.substring(0, Math.min(dashed.length(), LONGEST_SLUG));
    String slug = cut.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "donnees" : slug;
  }
}
