package fr.jalon.portal.document;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/**
 * Texts written from right to left, put on the page in the order they are seen, by the JDK's own
 * algorithm (Unicode UAX 9). Arabic letters are not joined: that would ask for a library of 14 MB.
 */
final class BothWays implements BidiSplitter, BidiReorderer {
  private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

  @Override
  public void setParagraph(String paragraph, byte direction) {
    bidi =
        new Bidi(
            paragraph,
            direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
  }

  @Override
  public int countTextRuns() {
    return bidi.getRunCount();
  }

  @Override
  public BidiTextRun getVisualRun(int run) {
    int start = bidi.getRunStart(run);
    byte direction = isBackwards(bidi.getRunLevel(run)) ? RTL : LTR;
    return new BidiTextRun(start, bidi.getRunLimit(run) - start, direction);
  }

  @Override
  public byte getBaseDirection(String paragraph) {
    return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
        ? LTR
        : RTL;
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Override
  public String shapeText(String text) {
    return text;
  }

  @Override
  public String deshapeText(String text) {
    return text;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  private static boolean isBackwards(int level) {
    return level % 2 == 1;
  }
}
