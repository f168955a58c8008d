package fr.jalon.portal.account;

import fr.jalon.portal.web.Rejected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is tried first by whoever guesses a password. Whatever a password holds of it counts for
 * nothing: what is left must be long enough by itself.
 *
 * <p>Accents, capitals and the digits people write for letters change nothing.
 */
final class Guesses {
  /** Characters left once what is easy is taken out: half of the shortest password. */
  private static final int LEAST_LEFT = Passwords.SHORTEST / 2;

  /** Fewer different characters than this are a few letters again and again. */
  private static final int LEAST_DIFFERENT = 5;

  /** Neighbours in a row before they count as a walk: words hold three by chance ("fer", "tre"). */
  private static final int SHORTEST_WALK = 4;

  /** Names shorter than this are in other words by chance. */
  private static final int SHORTEST_NAME = 3;

  /** Rows and columns of the keyboards of France and elsewhere, the alphabet, the digits. */
  private static final List<String> ORDERS =
      List.of(
          "azertyuiop",
          "qsdfghjklm",
          "wxcvbn",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qwertzuiop",
          "yxcvbnm",
          "aqwzsxedcrfvtgbyhnujmikolp",
          "qazwsxedcrfvtgbyhnujmikolp",
          "1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
          "&é\"'(-è_çà)=",
          "01234567890123456789",
          "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");

  private static final List<String> WELL_KNOWN = wellKnown();

  private Guesses() {}

  /**
   * @param personal what is known of the person
   * @throws Rejected saying what it is made of, when little else is left
   */
  static void requireHard(String password, List<String> personal) {
    String plain = plain(password);
    if (isRepeated(plain)) {
      throw new Rejected(AccountProblem.PASSWORD_REPEATED);
    }
    List<String> names = names(personal);
    String decoded = decoded(plain);
    if (left(withoutWalks(plain)) < LEAST_LEFT) {
      throw new Rejected(AccountProblem.PASSWORD_IN_ORDER);
    }
    if (left(without(decoded, names)) < LEAST_LEFT || left(without(plain, names)) < LEAST_LEFT) {
      throw new Rejected(AccountProblem.PASSWORD_PERSONAL);
    }
    if (left(without(decoded, WELL_KNOWN)) < LEAST_LEFT
        || left(without(plain, WELL_KNOWN)) < LEAST_LEFT) {
      throw new Rejected(AccountProblem.PASSWORD_WELL_KNOWN);
    }
    String rest = withoutWalks(without(without(plain, names), WELL_KNOWN));
    String restDecoded = without(without(decoded, names), WELL_KNOWN);
    if (Math.min(left(rest), left(restDecoded)) < LEAST_LEFT) {
      throw new Rejected(AccountProblem.PASSWORD_TOO_PLAIN);
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** As a person who writes "p4ssw0rd" reads it. */
  private static String decoded(String plain) {
    String digits = "013457@$!€";
    String letters = "oieastasie";
    StringBuilder read = new StringBuilder(plain);
    for (int i = 0; i < read.length(); i++) {
      int at = digits.indexOf(read.charAt(i));
      if (at >= 0) {
        read.setCharAt(i, letters.charAt(at));
      }
    }
    return read.toString();
  }

  private static boolean isRepeated(String plain) {
    boolean few = plain.codePoints().distinct().count() < LEAST_DIFFERENT;
    for (int period = 1; period < LEAST_LEFT && !few; period++) {
      few =
          plain.equals(
              plain.substring(0, period).repeat(plain.length()).substring(0, plain.length()));
    }
    return few;
  }

  /** The words of what is known, the longest first. */
  private static List<String> names(List<String> personal) {
    return personal.stream()
        .map(Guesses::plain)
        .flatMap(
            text ->
                Arrays.stream((text + " " + text.replaceAll("[^a-z0-9]", "")).split("[^a-z0-9]+")))
        .filter(word -> word.length() >= SHORTEST_NAME)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String without(String text, List<String> words) {
    String left = text;
    for (String word : words) {
      left = left.replace(word, " ");
    }
    return left;
  }

  private static String withoutWalks(String plain) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    while (at < plain.length()) {
      int walk = walk(plain, at);
      if (walk >= SHORTEST_WALK) {
        left.append(' ');
        at += walk;
      } else {
        left.append(plain.charAt(at++));
      }
    }
    return left.toString();
  }

  /** Characters from there on that follow one another in one of the orders, either way. */
  private static int walk(String text, int from) {
    int longest = 1;
    for (String order : ORDERS) {
      longest = Math.max(longest, walk(text, from, order));
      longest = Math.max(longest, walk(text, from, new StringBuilder(order).reverse().toString()));
    }
    return longest;
  }

  private static int walk(String text, int from, String order) {
    int end = from + 1;
    while (end < text.length() && order.contains(text.substring(from, end + 1))) {
      end++;
    }
    return end - from;
  }

  /** Letters and digits left; years and signs around a word add nothing. */
  private static int left(String text) {
    return text.replaceAll("(19|20)\\d\\d", "").replaceAll("[^\\p{L}\\p{N}]", "").length();
  }

  private static List<String> wellKnown() {
    List<String> words = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(Guesses.class.getResourceAsStream("well-known-passwords.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          words.addAll(List.of(line.strip().split(" ")));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    words.sort(Comparator.comparingInt(String::length).reversed());
    return List.copyOf(words);
  }
}
