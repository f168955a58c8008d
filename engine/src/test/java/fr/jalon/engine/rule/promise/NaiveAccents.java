package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Accents that came back: each letter of the mended text is in the cell as it is, or as its bytes
 * look when they are read in another alphabet, once or up to three times. Nothing else may differ,
 * but for an unbreakable space that was made plain on the way.
 */
final class NaiveAccents {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset MAC = Charset.forName("x-MacRoman");
  private static final Charset DOS = Charset.forName("IBM850");

  private static final List<Charset> ALPHABETS =
      List.of(
          WINDOWS,
          StandardCharsets.ISO_8859_1,
          Charset.forName("ISO-8859-15"),
          MAC,
          Charset.forName("IBM437"),
          DOS);

  private static final int TIMES = 3;

  /** Words all of whose strange letters are French ones badly read. */
  private static final Pattern PLAINLY_WRONG =
      Pattern.compile("[ -~]*(?:(?:Ã[©¨ª´®¢§¹»¯«¼]|Ã‰|â‚¬)[ -~]*)+");

  private static final Map<Integer, Set<String>> MISREAD = new HashMap<>();

  private NaiveAccents() {}

  private static final List<String> SURETIES =
      List.of("SOUND", "SURE", "TIED", "DOUBTFUL", "BEYOND");

  /** Each misreading: the alphabet it was read in, and its own. */
  private static final Map<String, List<Charset>> MISREADINGS =
      Map.of(
          "WINDOWS_AS_MACINTOSH", List.of(MAC, WINDOWS),
          "MACINTOSH_AS_WINDOWS", List.of(WINDOWS, MAC),
          "DOS_AS_WINDOWS", List.of(WINDOWS, DOS),
          "WINDOWS_AS_DOS", List.of(DOS, WINDOWS),
          "WINDOWS_AS_FIRST_DOS", List.of(Charset.forName("IBM437"), WINDOWS));

  /**
   * Letter for letter, each the same byte of the two alphabets; accents that were badly read in
   * both ways may have come back on the way.
   */
  static String readAgain(String misreading, String text, String got) {
    List<Charset> both = MISREADINGS.getOrDefault(misreading, List.of());
    assertThat(both)
        .as("a misreading that the promise test does not know: %s", misreading)
        .hasSize(2);
    String again = new String(text.getBytes(both.get(0)), both.get(1));
    if (got.equals(text)) {
      boolean plain = text.matches("[a-z]+[ËÈ][a-z]+") && misreading.equals("WINDOWS_AS_MACINTOSH");
      assertThat(plain).as("«%s» was left although it is plainly misread", text).isFalse();
      return text;
    }
    if (!got.equals(again)) {
      assertThat(got).as("«%s» read again", text).hasSizeLessThan(text.length());
      assertThat(got.replaceAll("[^ -~]", "")).isEqualTo(text.replaceAll("[^ -~]", ""));
    }
    assertThat(got)
        .as("«%s» read again", text)
        .matches("(?s)[\\x00-\\x7fÀ-ÿœŒŸ«»’‘“”–—…°²³€\u00a0]*");
    return got;
  }

  static String checked(String least, String text, String got) {
    assertThat(SURETIES).as("how sure accents are").contains(least);
    if (got.equals(text)) {
      assertThat(PLAINLY_WRONG.matcher(text).matches())
          .as("«%s» was left although its accents are plainly badly read", text)
          .isFalse();
      return text;
    }
    Set<Integer> places = new HashSet<>(Set.of(0));
    for (int at = 0;
        at < got.length() && !places.isEmpty();
        at += Character.charCount(got.codePointAt(at))) {
      places = after(text, places, got.codePointAt(at));
    }
    assertThat(places)
        .as("«%s» became «%s», which is not what it was before it was badly read", text, got)
        .contains(text.length());
    return got;
  }

  private static Set<Integer> after(String text, Set<Integer> places, int letter) {
    Set<Integer> next = new HashSet<>();
    for (int place : places) {
      for (String form : letter < 0x80 ? Set.of(Character.toString(letter)) : misread(letter)) {
        if (text.startsWith(form, place)) {
          next.add(place + form.length());
        }
      }
    }
    return next;
  }

  /** All that a letter may look like, itself included. */
  private static Set<String> misread(int letter) {
    return MISREAD.computeIfAbsent(letter, any -> forms(letter));
  }

  private static Set<String> forms(int letter) {
    Set<String> all = new HashSet<>();
    List<String> last = List.of(Character.toString(letter));
    all.addAll(last);
    for (int time = 0; time < TIMES; time++) {
      List<String> next = new ArrayList<>();
      for (String form : last) {
        for (Charset alphabet : ALPHABETS) {
          next.add(read(form.getBytes(StandardCharsets.UTF_8), alphabet));
        }
      }
      last = next.stream().distinct().toList();
      all.addAll(last);
    }
    for (String form : Set.copyOf(all)) {
      all.add(form.replace('\u00a0', ' '));
      if (form.length() > 1 && form.endsWith("\u00a0")) {
        // one of two spaces, lost on the way
        all.add(form.substring(0, form.length() - 1));
      }
    }
    return all;
  }

  /** Bytes that the alphabet does not have stay the control codes they look like. */
  private static String read(byte[] bytes, Charset alphabet) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      String one = new String(new byte[] {each}, alphabet);
      text.append(one.equals("\ufffd") ? Character.toString(each & 0xFF) : one);
    }
    return text.toString();
  }
}
