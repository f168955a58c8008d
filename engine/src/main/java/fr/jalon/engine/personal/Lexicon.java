package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * First names, surnames and ordinary words of French, folded. Read once, when first asked. Sources
 * and licences: see personal/README.
 */
final class Lexicon {
  private static final String FOLDER = "/fr/jalon/engine/personal/";

  /** Endings of plurals, feminines and participles, longest first, with what the lemma has. */
  private static final String[][] ENDINGS = {
    {"euses", "eur"},
    {"trices", "teur"},
    {"elles", "el"},
    {"ennes", "en"},
    {"ives", "if"},
    {"euse", "eur"},
    {"trice", "teur"},
    {"elle", "el"},
    {"enne", "en"},
    {"ales", "al"},
    {"aux", "al"},
    {"ive", "if"},
    {"ees", "er"},
    {"ies", "ir"},
    {"ere", "er"},
    {"ee", "er"},
    {"es", "er"},
    {"es", ""},
    {"s", ""},
    {"x", ""},
    {"e", "er"},
    {"e", ""},
    {"ant", "er"}
  };

  private Lexicon() {}

  private static final class Holder {
    private static final Set<String> FIRST_NAMES = read("first-names.txt");
    private static final Set<String> SURNAMES = read("surnames.txt");
    private static final Set<String> WORDS = read("ordinary-words.txt");
  }

  /** A first name, or one made of two ("jean-pierre", "marie lou"). */
  static boolean isFirstName(String folded) {
    if (Holder.FIRST_NAMES.contains(folded)) {
      return true;
    }
    int cut = Math.max(folded.indexOf('-'), folded.indexOf(' '));
    return cut > 0
        && Holder.FIRST_NAMES.contains(folded.substring(0, cut))
        && isFirstName(folded.substring(cut + 1));
  }

  static boolean isSurname(String folded) {
    return Holder.SURNAMES.contains(folded);
  }

  /** A word of the language, whatever its number, gender or person. */
  static boolean isOrdinary(String folded) {
    if (Holder.WORDS.contains(folded)) {
      return true;
    }
    for (String[] ending : ENDINGS) {
      int stem = folded.length() - ending[0].length();
      if (stem >= 3
          && folded.endsWith(ending[0])
          && Holder.WORDS.contains(folded.substring(0, stem) + ending[1])) {
        return true;
      }
    }
    return false;
  }

  static Set<String> firstNames() {
    return Holder.FIRST_NAMES;
  }

  static Set<String> surnames() {
    return Holder.SURNAMES;
  }

  private static Set<String> read(String file) {
    Set<String> words = new HashSet<>();
    try (InputStream bytes =
            Objects.requireNonNull(Lexicon.class.getResourceAsStream(FOLDER + file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        words.add(Words.fold(line));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words;
  }
}
