package fr.jalon.engine.personal;

import fr.jalon.engine.profile.FrenchCommunes;
import fr.jalon.engine.profile.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one value says when it is read as the name of someone: by the lists, by capitals, by a
 * civility; and whether it could be one at all.
 *
 * @param words main words, civility and particles left out
 * @param couldBe nothing but words written as names are
 * @param civil begins by a civility
 * @param first how many words are first names
 * @param surname how many words are surnames of the lists
 * @param ordinary how many words are of the language, and of no list of names
 * @param initials how many words are one letter
 * @param turned a part in capitals beside one in small letters
 * @param body holds a word that begins the names of bodies or places
 * @param commune the whole value is the name of a commune
 */
record NameLook(
    int words,
    boolean couldBe,
    boolean civil,
    int first,
    int surname,
    int ordinary,
    int initials,
    boolean turned,
    boolean body,
    boolean commune) {
  private static final NameLook NONE =
      new NameLook(0, false, false, 0, 0, 0, 0, false, false, false);

  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 6;

  private static final Pattern APART = Pattern.compile("[\\s\\u00a0,]+");

  /** Letters, with a dash or an apostrophe inside; "?" and "�" where an accent was lost. */
  private static final Pattern WORD =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}?\\ufffd]*(?:['’-][\\p{L}\\p{M}?\\ufffd]+)*\\.?");

  private static final Pattern CAPITALS = Pattern.compile("(?:\\p{Lu}['’-]?){2,30}");
  private static final Pattern SMALL =
      Pattern.compile("\\p{Lu}['’]?\\p{L}*\\p{Ll}+(?:[-'’]\\p{L}?\\p{Ll}+)*");

  private static final Set<String> CIVILITIES =
      Set.of(
          "m",
          "m.",
          "mr",
          "mr.",
          "mme",
          "mme.",
          "mlle",
          "mlle.",
          "melle",
          "monsieur",
          "madame",
          "mademoiselle",
          "mrs",
          "ms",
          "dr",
          "dr.",
          "docteur",
          "me",
          "maitre");

  static final Set<String> PARTICLES =
      Set.of(
          "de", "du", "des", "d", "la", "le", "les", "van", "von", "der", "den", "ben", "el", "al",
          "da", "dos", "di", "del", "della", "ep", "epouse", "nee", "ne", "vve", "veuve", "et");

  /** True for "M.", "Mme"… alone. */
  static boolean isCivility(String text) {
    return CIVILITIES.contains(Words.fold(text.strip()));
  }

  static NameLook of(String text) {
    String bare = text.strip();
    if (bare.length() < 2 || bare.length() > LONGEST) {
      return NONE;
    }
    List<String> words = new ArrayList<>();
    boolean civil = false;
    boolean couldBe = true;
    for (String word : APART.split(bare)) {
      if (word.isEmpty()) {
        continue;
      }
      String folded = Words.fold(word);
      boolean civility = CIVILITIES.contains(folded) && words.isEmpty();
      if (civility && (folded.length() > 1 || word.equals("M"))) {
        civil = true;
      } else if (!PARTICLES.contains(folded) || words.size() > 4) {
        words.add(word);
        couldBe &= WORD.matcher(word).matches();
      }
    }
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return NONE;
    }
    return of(bare, words, civil, couldBe);
  }

  private static NameLook of(String bare, List<String> words, boolean civil, boolean couldBe) {
    int first = 0;
    int surname = 0;
    int ordinary = 0;
    int initials = 0;
    int capitals = 0;
    int small = 0;
    boolean body = false;
    boolean named = true;
    for (String word : words) {
      String folded = Words.fold(word);
      String plain = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
      boolean isFirst = Lexicon.isFirstName(plain);
      boolean isSurname = Lexicon.isSurname(plain);
      first += isFirst ? 1 : 0;
      surname += isSurname ? 1 : 0;
      ordinary += !isFirst && !isSurname && isOrdinary(plain) ? 1 : 0;
      boolean initial = plain.length() == 1 || (plain.length() == 3 && plain.charAt(1) == '-');
      initials += initial ? 1 : 0;
      capitals += CAPITALS.matcher(word).matches() && !initial ? 1 : 0;
      small += SMALL.matcher(word).matches() ? 1 : 0;
      body |= Vocabulary.BODIES.contains(plain);
      named &= initial || Character.isUpperCase(word.charAt(0));
    }
    boolean allSmall =
        capitals == 0 && small == 0 && bare.equals(bare.toLowerCase(java.util.Locale.ROOT));
    boolean commune = couldBe && FrenchCommunes.all().isNamed(bare);
    return new NameLook(
        words.size(),
        couldBe && (named || allSmall),
        civil,
        first,
        surname,
        ordinary,
        initials,
        capitals > 0 && small > 0,
        body,
        commune);
  }

  /** A word of the language, or one that joins some: "defibrillateur-mairie". */
  private static boolean isOrdinary(String word) {
    if (Lexicon.isOrdinary(word)) {
      return true;
    }
    String[] parts = word.split("-");
    if (parts.length < 2) {
      return false;
    }
    int ordinary = 0;
    for (String part : parts) {
      boolean name = Lexicon.isFirstName(part) || Lexicon.isSurname(part);
      ordinary += part.length() > 2 && !name && Lexicon.isOrdinary(part) ? 1 : 0;
    }
    return ordinary > 0;
  }

  /** One word that may be a first name or a surname alone. */
  boolean isOneWord() {
    return couldBe && !civil && !body && initials == 0 && words == 1;
  }

  /** A first name of the lists, and nothing else. */
  boolean isFirstName() {
    return couldBe && !body && !civil && words <= 2 && first == words;
  }

  /** A surname of the lists, and nothing else; it may be made of two. */
  boolean isSurname() {
    return couldBe && !body && !civil && words <= 2 && surname == words;
  }

  /** A word of no list and no dictionary. */
  boolean isUnknown() {
    return isOneWord() && first == 0 && surname == 0 && ordinary == 0 && !commune;
  }

  /** Two words of no list and no dictionary, apart or joined. */
  boolean isUnknownPair() {
    return couldBe && !body && !civil && words == 2 && ordinary == 0 && !commune;
  }

  /** A first name and a surname, in one order or the other. */
  boolean isFullName() {
    if (!couldBe || body || words < (civil ? 1 : 2) || words > 5) {
      return false;
    }
    if (civil) {
      return words - initials - ordinary >= 1 || words == 1;
    }
    if (commune && first < 2) {
      return false;
    }
    boolean twoFirst = first >= 2;
    boolean named = first >= 1 && first + surname < words + (twoFirst ? words : 1);
    return (named || first + surname >= 2 || (turned && ordinary == 0) || isInitialled())
        && (ordinary == 0 || (turned && first >= 1) || (ordinary == 1 && first >= 1 && words == 2));
  }

  /** "J. Dupont", "DUPONT J." */
  boolean isInitialled() {
    return initials == 1 && words == 2 && ordinary == 0;
  }

  /** Two words or more that might name someone, beside what tells of people. */
  boolean isFullShape() {
    return couldBe && !body && words >= 2 && words <= 4 && ordinary * 2 <= words && !commune;
  }
}
