package fr.jalon.engine.profile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Accents read in the wrong alphabet: "Ã©" for "é", or "√©" on a Mac and "├®" under DOS. They are
 * UTF-8 bytes taken for those of another alphabet, once or several times; the way back is exact.
 */
public final class Mojibake {
  private static final int MAX_TIMES = 3;

  /** An alphabet UTF-8 is taken for, and the characters its first bytes look like there. */
  private enum Alphabet {
    WINDOWS("windows-1252") {
      @Override
      boolean begins(char c) {
        return c >= '\u00c2' && c <= '\u00f4';
      }
    },
    MACINTOSH("x-MacRoman") {
      @Override
      boolean begins(char c) {
        return c == '√' || c == '¬' || c == '≈' || c == '‚';
      }
    },
    DOS("IBM850") {
      @Override
      boolean begins(char c) {
        return c == '├' || c == '┬' || c == '┼' || c == 'Ô';
      }
    };

    final Charset charset;

    Alphabet(String charset) {
      this.charset = Charset.forName(charset);
    }

    abstract boolean begins(char c);

    /** True when the text has a character that begins an accent badly read. */
    boolean isSuspect(CharSequence text) {
      for (int i = 0; i < text.length(); i++) {
        if (begins(text.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }

  private Mojibake() {}

  /** The text with its accents back, or the same text when nothing is wrong with it. */
  public static String mend(String text) {
    String mended = text;
    for (int times = 0; times < MAX_TIMES; times++) {
      String once = mendOnce(mended);
      if (once.equals(mended)) {
        return mended;
      }
      mended = once;
    }
    return mended;
  }

  private static String mendOnce(String text) {
    for (Alphabet alphabet : Alphabet.values()) {
      if (alphabet.isSuspect(text)) {
        String mended = mendOnce(text, alphabet);
        if (!mended.equals(text)) {
          return mended;
        }
      }
    }
    return text;
  }

  /** Each run of characters beyond ASCII is taken back by itself, so that sound ones stay. */
  private static String mendOnce(String text, Alphabet alphabet) {
    StringBuilder mended = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = endOfRun(text, i);
      if (end == i) {
        mended.append(text.charAt(i++));
      } else {
        String run = text.substring(i, end);
        String back = alphabet.isSuspect(run) ? decode(run, alphabet) : null;
        mended.append(back == null ? run : back);
        if (back != null && run.endsWith(" ") && isLetter(text, end)) {
          mended.append(' ');
        }
        i = end;
      }
    }
    return mended.toString();
  }

  /** "à" is written "Ã" and an unbreakable space, which is often made plain on the way. */
  private static int endOfRun(String text, int start) {
    int end = start;
    while (end < text.length()
        && (text.charAt(end) >= 0x80
            || (text.charAt(end) == ' ' && end > start && text.charAt(end - 1) == 'Ã'))) {
      end++;
    }
    return end;
  }

  /** Two spaces made one on the way: "à l'école" was "Ã l'école". */
  private static boolean isLetter(String text, int index) {
    return index < text.length() && Character.isLetter(text.charAt(index));
  }

  private static @Nullable String decode(String run, Alphabet alphabet) {
    ByteBuffer bytes = ByteBuffer.allocate(run.length());
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (c == ' ') {
        bytes.put((byte) 0xA0);
      } else if (c < 0x100 && alphabet == Alphabet.WINDOWS) {
        // the control codes that this alphabet leaves free are often kept as they are
        bytes.put((byte) c);
      } else {
        byte[] one = String.valueOf(c).getBytes(alphabet.charset);
        if (one.length != 1 || one[0] == '?') {
          return null;
        }
        bytes.put(one[0]);
      }
    }
    bytes.flip();
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return decoded.toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }
}
