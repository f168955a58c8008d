package fr.jalon.engine.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a header, folded for comparison: "Date de l'attribution" and "dateAttribution" both
 * give date, attribution.
 *
 * <p>Type suffixes that dBase exports leave ("COORD_X,C,50") are dropped, and so are small words.
 */
public final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern DBASE_TYPE = Pattern.compile(",[CNDFL](?:,\\d+){0,2}$");
  private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern BREAKS = Pattern.compile("[^a-z0-9]+");

  /** Each Latin letter folded: normalizing whole texts is slow, and none of these combine. */
  private static final String[] FOLDED = foldedLetters();

  private static final Set<String> SMALL =
      Set.of("de", "du", "des", "la", "le", "les", "l", "d", "un", "une", "a", "au", "et", "en");

  private final List<String> words;
  private final String joined;

  private Words(List<String> words) {
    this.words = List.copyOf(words);
    this.joined = String.join(" ", words);
  }

  public static Words of(String header) {
    String bare = DBASE_TYPE.matcher(header).replaceFirst("");
    String spaced = HUMPS.matcher(bare).replaceAll(" ");
    List<String> words = new ArrayList<>();
    for (String word : BREAKS.split(fold(spaced))) {
      if (!word.isEmpty() && !SMALL.contains(word)) {
        words.add(word);
      }
    }
    return new Words(words);
  }

  /** The text without accents, in lower case; "œ" becomes "oe". */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FOLDED.length) {
        return foldAny(text);
      }
      folded.append(FOLDED[c]);
    }
    return folded.toString();
  }

  private static String[] foldedLetters() {
    String[] folded = new String[0x250];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = foldAny(String.valueOf(c));
    }
    return folded;
  }

  private static String foldAny(String text) {
    String plain = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae");
    return MARKS
        .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** True when at least one of the header's words is among these. */
  public boolean hasAny(Set<String> wanted) {
    for (String word : words) {
      if (wanted.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** True when the header has this word. */
  public boolean has(String word) {
    return words.contains(word);
  }

  /** True when the header, its words run together, has these letters in a row. */
  public boolean contains(String letters) {
    return joined.replace(" ", "").contains(letters);
  }

  public List<String> list() {
    return words;
  }

  /** The words joined by one space. */
  public String joined() {
    return joined;
  }

  @Override
  public String toString() {
    return joined;
  }
}
