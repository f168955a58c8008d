package fr.jalon.portal.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an authority is asked once it was accompanied: two minutes, in the words of the message
 * files. Frozen reports hold these constants: none is ever renamed.
 */
public enum SurveyQuestion {
  USEFUL(true),
  PACE(true),
  WORKSHOPS(true),
  HELP(true),
  ALONE(true),
  WORDS(false);

  /** Of a mark; 1 is the least. "Sans avis" is none. */
  static final int HIGHEST = 4;

  private final boolean marked;

  SurveyQuestion(boolean marked) {
    this.marked = marked;
  }

  /** True when it is answered by a mark, else by words. */
  boolean isMarked() {
    return marked;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<SurveyQuestion> marked() {
    return Stream.of(values()).filter(SurveyQuestion::isMarked).toList();
  }
}
