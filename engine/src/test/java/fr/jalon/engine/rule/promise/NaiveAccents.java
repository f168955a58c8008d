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
import tools.jackson.databind.JsonNode;

/**
 * Accents that came back: each letter of the mended text is in the cell as it is, or as its bytes
 * look when they are read in another alphabet, once or up to three times. Nothing else may differ,
 * but for an unbreakable space that was made plain on the way.
 */
final class NaiveAccents {
  private static final List<Charset> ALPHABETS =
      List.of(
          Charset.forName("windows-1252"),
          StandardCharsets.ISO_8859_1,
          Charset.forName("x-MacRoman"),
          Charset.forName("ISO-8859-15"),
          Charset.forName("IBM850"),
          Charset.forName("IBM437"));

  private static final int TIMES = 3;

  /** Words all of whose strange letters are French ones badly read. */
  private static final Pattern PLAINLY_WRONG =
      Pattern.compile("[ -~]*(?:(?:Ã[©¨ª´®¢§¹»¯«¼]|Ã‰|â‚¬)[ -~]*)+");

  private static final Map<Integer, Set<String>> MISREAD = new HashMap<>();

  private NaiveAccents() {}

  static String checked(String text, String got) {
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

  /**
   * A text read in another alphabet of single letters: what it became, read that way again, is what
   * it was, or what it was before its accents were badly read.
   */
  static String readAgain(JsonNode settings, String text, String got) {
    if (got.equals(text)) {
      return text;
    }
    String[] alphabets =
        switch (settings.get("misreading").asString()) {
          case "WINDOWS_AS_MACINTOSH" -> new String[] {"windows-1252", "x-MacRoman"};
          case "MACINTOSH_AS_WINDOWS" -> new String[] {"x-MacRoman", "windows-1252"};
          case "DOS_AS_WINDOWS" -> new String[] {"IBM850", "windows-1252"};
          case "WINDOWS_AS_DOS" -> new String[] {"windows-1252", "IBM850"};
          case "WINDOWS_AS_FIRST_DOS" -> new String[] {"windows-1252", "IBM437"};
          default -> throw new AssertionError("which alphabets are " + settings + "?");
        };
    String spoilt =
        read(got.getBytes(Charset.forName(alphabets[0])), Charset.forName(alphabets[1]));
    if (!spoilt.equals(text)) {
      checked(text, spoilt);
    }
    return got;
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
