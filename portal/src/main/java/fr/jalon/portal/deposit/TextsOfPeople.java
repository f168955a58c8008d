package fr.jalon.portal.deposit;

import fr.jalon.engine.personal.Category;
import fr.jalon.engine.personal.PersonalTexts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Looks for people in what is written of a dataset: a title, a sentence, a keyword or an address
 * may name someone as well as a cell. An elected official, an author or a street may be meant: the
 * person who writes says so.
 */
final class TextsOfPeople {
  private TextsOfPeople() {}

  /** What single texts tell of people, by the field of the form; nothing most of the time. */
  static Map<String, List<Category>> of(Draft draft) {
    Map<String, List<Category>> seen = new LinkedHashMap<>();
    look("title", draft.title(), seen);
    look("summary", draft.summary(), seen);
    look("keywords", String.join(", ", draft.keywords()), seen);
    look("licenseReference", draft.licenseReference(), seen);
    look("contact", draft.contact(), seen);
    look("period", draft.period(), seen);
    draft.columns().values().forEach(meaning -> look("columns", meaning, seen));
    return seen;
  }

  private static void look(String field, String text, Map<String, List<Category>> seen) {
    List<Category> told = PersonalTexts.look(text).stream().filter(Category::singlesOut).toList();
    if (!told.isEmpty()) {
      seen.putIfAbsent(field, told);
    }
  }

  /** Tells the texts that speak of people from any others, "" when none does. */
  static String fingerprint(Draft draft) {
    Map<String, List<Category>> seen = of(draft);
    if (seen.isEmpty()) {
      return "";
    }
    List<String> texts =
        List.of(
            draft.title(),
            draft.summary(),
            draft.keywords().toString(),
            draft.licenseReference(),
            draft.contact(),
            draft.period(),
            new TreeMap<>(draft.columns()).toString());
    return UUID.nameUUIDFromBytes(texts.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * True when nothing seems to speak of people, or when someone said of these words that it may.
   */
  static boolean areAgreed(Draft draft) {
    return fingerprint(draft).equals(draft.peopleAgreed()) || of(draft).isEmpty();
  }
}
