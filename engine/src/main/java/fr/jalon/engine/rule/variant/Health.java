package fr.jalon.engine.rule.variant;

import fr.jalon.engine.profile.Mojibake;

/** Whether a writing may be recommended: damage is never spread, however frequent it is. */
final class Health {
  /** Characters that stand where a letter was lost. */
  private static final String LOST = "?\ufffd*#_";

  private Health() {}

  /** True when the text has no stray space, line break, lost or badly read character. */
  static boolean isSound(String text) {
    if (text.isEmpty() || isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1))) {
      return false;
    }
    boolean beyondAscii = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      beyondAscii |= c >= 0x80;
      if (Character.isISOControl(c)
          || c == '\ufffd'
          || (isSpace(c) && isSpace(text.charAt(i + 1)))
          || (c == '?' && isInsideWord(text, i))) {
        return false;
      }
    }
    return !beyondAscii || Mojibake.mend(text).equals(text);
  }

  /** True for what software writes in place of a letter it does not know. */
  static boolean standsForLost(char c) {
    return LOST.indexOf(c) >= 0;
  }

  private static boolean isInsideWord(String text, int index) {
    return index + 1 < text.length() && Character.isLetter(text.charAt(index + 1));
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }
}
