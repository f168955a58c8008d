package fr.jalon.engine.profile;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Alphabets of one byte a letter, for which the bytes of others are taken by mistake. */
enum Alphabet {
  /** Also read as plain Latin-1: the control codes it leaves free stand for their own bytes. */
  WINDOWS("windows-1252"),
  LATIN_9("ISO-8859-15"),
  MACINTOSH("x-MacRoman"),
  DOS_850("IBM850"),
  DOS_437("IBM437");

  private static final short NONE = -1;

  private final char[] letters = new char[256];
  private final short[] bytes = new short[1 << 16];

  Alphabet(String charset) {
    byte[] all = new byte[256];
    for (int b = 0; b < all.length; b++) {
      all[b] = (byte) b;
    }
    Arrays.fill(bytes, NONE);
    String decoded = new String(all, Charset.forName(charset));
    for (int b = 0; b < all.length; b++) {
      char letter = decoded.charAt(b);
      letters[b] = letter;
      if (letter != '\ufffd') {
        bytes[letter] = (short) b;
      }
    }
    if (charset.equals("windows-1252")) {
      for (int b = 0x80; b < 0xA0; b++) {
        bytes[b] = bytes[b] == NONE ? (short) b : bytes[b];
      }
    }
  }

  /** The byte this letter is written with, 0 to 255, or -1. */
  int byteOf(char letter) {
    return letter < 0x80 ? letter : bytes[letter];
  }

  /** The letter of a byte, U+FFFD when it has none. */
  char letter(int b) {
    return letters[b];
  }

  boolean has(char letter) {
    return byteOf(letter) != NONE;
  }
}
