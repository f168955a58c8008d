package fr.jalon.portal.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end: as the JDK says, but never after an apostrophe, which French elides with.
 */
final class Breaks implements FSTextBreaker {
  private static final String NEVER_AFTER = "'\u2019\u00ab\u00a0\u202f";

  private final BreakIterator breaks;
  private String text = "";

  private Breaks(BreakIterator breaks) {
    this.breaks = breaks;
  }

  static Breaks ofLines(Locale language) {
    return new Breaks(BreakIterator.getLineInstance(language));
  }

  @Override
  public int next() {
    int at = breaks.next();
    while (at > 0 && at < text.length() && NEVER_AFTER.indexOf(text.charAt(at - 1)) >= 0) {
      at = breaks.next();
    }
    return at;
  }

  @Override
  public void setText(String text) {
    this.text = text;
    breaks.setText(text);
  }
}
