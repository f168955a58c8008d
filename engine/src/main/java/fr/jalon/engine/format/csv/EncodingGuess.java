package fr.jalon.engine.format.csv;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a file.
 *
 * @param name as {@code Reading.encoding} says it
 * @param charset to decode with
 * @param bomLength bytes of byte-order mark to skip
 * @param mixed true when some records are in UTF-8 and others are not
 */
record EncodingGuess(String name, Charset charset, int bomLength, boolean mixed) {
  /** A charset told by the characters it would give, with how unlikely it is beforehand. */
  private record Candidate(String name, String javaName, double handicap) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("windows-1252", "windows-1252", 0),
          new Candidate("macintosh", "x-MacRoman", 0.15),
          new Candidate("ibm850", "IBM850", 0.15),
          new Candidate("ibm437", "IBM437", 0.3),
          new Candidate("iso-8859-2", "ISO-8859-2", 0.45),
          new Candidate("windows-1250", "windows-1250", 0.5),
          new Candidate("iso-8859-7", "ISO-8859-7", 0.4),
          new Candidate("windows-1253", "windows-1253", 0.45),
          new Candidate("windows-1251", "windows-1251", 0.4),
          new Candidate("iso-8859-5", "ISO-8859-5", 0.45),
          new Candidate("koi8-r", "KOI8-R", 0.45));

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What bytes score on average when they are accents of French where French has them. */
  private static final double LIKELY_FRENCH = 1.2;

  private static final Map<String, String> ALIASES =
      Map.of(
          "ascii", "US-ASCII",
          "mac_roman", "x-MacRoman",
          "macroman", "x-MacRoman",
          "macintosh", "x-MacRoman",
          "cp850", "IBM850",
          "cp437", "IBM437",
          "latin-1", "ISO-8859-1",
          "ansi", "windows-1252");

  static final EncodingGuess UTF_8 = new EncodingGuess("utf-8", StandardCharsets.UTF_8, 0, false);

  /** True when bytes below 128 are ASCII, so that the file can be parsed before it is decoded. */
  boolean isAsciiBased() {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    String decoded = new String(all, charset);
    if (decoded.length() != 256) {
      return false;
    }
    for (char c = 0; c < 128; c++) {
      if (decoded.charAt(c) != c) {
        return false;
      }
    }
    return true;
  }

  /** The encoding a person named, or null when there is none of that name. */
  static @Nullable EncodingGuess named(String name, ByteScan scan, byte[] head) {
    String lower = name.trim().toLowerCase(Locale.ROOT);
    EncodingGuess wide = wide(scan, head);
    if (wide != null && (lower.equals("utf-16") || lower.equals("utf-32"))) {
      // which of the two orders of bytes is not a question for people
      return wide;
    }
    try {
      Charset charset = Charset.forName(ALIASES.getOrDefault(lower, lower));
      return new EncodingGuess(lower, charset, bomLength(head), false);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  static EncodingGuess of(ByteScan scan, byte[] head, boolean bareReturns) {
    EncodingGuess wide = wide(scan, head);
    if (wide != null) {
      return wide;
    }
    int bom = bomLength(head);
    if (scan.lone == 0 && bom == 0 && scan.utf8 > 0 && scan.utf8Likely == 0) {
      // "l’é" on a Mac is two bytes that make a letter of the Armenian alphabet in UTF-8
      Scored old = singleByte(scan, bareReturns);
      if (old.score() > LIKELY_FRENCH) {
        return old.guess();
      }
    }
    if (scan.lone == 0 || scan.lone == 1 && scan.cutAtEnd && scan.utf8 > 0) {
      String name = scan.utf8 == 0 && bom == 0 ? "us-ascii" : "utf-8";
      return new EncodingGuess(name, StandardCharsets.UTF_8, bom, scan.lone > 0);
    }
    if (bom >= 3 || scan.utf8Likely > 3 * scan.lone) {
      return new EncodingGuess("utf-8", StandardCharsets.UTF_8, bom, true);
    }
    EncodingGuess single = singleByte(scan, bareReturns).guess();
    return new EncodingGuess(single.name(), single.charset(), bom, scan.utf8Likely > 0);
  }

  /** Bytes that mean nothing in this encoding; they are read as "�". */
  long undecodable(ByteScan scan) {
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    String upper = decode(utf8 ? WINDOWS : charset);
    long count = 0;
    for (int i = 0; i < 128; i++) {
      if (upper.charAt(i) == '\ufffd') {
        count += utf8 ? scan.alone[i] : scan.lone(i + 128);
      }
    }
    return count;
  }

  /**
   * Length of the byte-order mark. Programs that add one without looking make two of them, or leave
   * one that was read as windows-1252 ("ï»¿") behind the new one: all are left out.
   */
  private static int bomLength(byte[] head) {
    int length = 0;
    while (true) {
      if (startsAt(head, length, 0xEF, 0xBB, 0xBF)) {
        length += 3;
      } else if (startsAt(head, length, 0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF)) {
        length += 6;
      } else {
        break;
      }
    }
    if (length > 0) {
      return length;
    }
    if (starts(head, 0xFF, 0xFE, 0, 0) || starts(head, 0, 0, 0xFE, 0xFF)) {
      return 4;
    }
    return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) ? 2 : 0;
  }

  /** UTF-16 and UTF-32, by their mark or by where the zero bytes of their ASCII fall. */
  private static @Nullable EncodingGuess wide(ByteScan scan, byte[] head) {
    if (starts(head, 0xFF, 0xFE, 0, 0)) {
      return new EncodingGuess("utf-32", Charset.forName("UTF-32LE"), 4, false);
    }
    if (starts(head, 0, 0, 0xFE, 0xFF)) {
      return new EncodingGuess("utf-32", Charset.forName("UTF-32BE"), 4, false);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return new EncodingGuess("utf-16", StandardCharsets.UTF_16LE, 2, false);
    }
    if (starts(head, 0xFE, 0xFF)) {
      return new EncodingGuess("utf-16", StandardCharsets.UTF_16BE, 2, false);
    }
    double quarter = Math.max(1, scan.size / 4.0);
    boolean[] zero = new boolean[4];
    for (int k = 0; k < 4; k++) {
      zero[k] = scan.zeros[k] > 0.6 * quarter;
    }
    if (zero[1] && zero[2] && zero[3]) {
      return new EncodingGuess("utf-32le", Charset.forName("UTF-32LE"), 0, false);
    }
    if (zero[0] && zero[1] && zero[2]) {
      return new EncodingGuess("utf-32be", Charset.forName("UTF-32BE"), 0, false);
    }
    if (zero[1] && zero[3] && !zero[0] && !zero[2]) {
      return new EncodingGuess("utf-16le", StandardCharsets.UTF_16LE, 0, false);
    }
    if (zero[0] && zero[2] && !zero[1] && !zero[3]) {
      return new EncodingGuess("utf-16be", StandardCharsets.UTF_16BE, 0, false);
    }
    if (isSlipped(scan)) {
      return zerosAtOdd(head)
          ? new EncodingGuess("utf-16le", StandardCharsets.UTF_16LE, 0, false)
          : new EncodingGuess("utf-16be", StandardCharsets.UTF_16BE, 0, false);
    }
    return null;
  }

  /**
   * True for UTF-16 that slipped on its way: half the bytes are zero, but at changing places, and
   * the others are nearly all printable, which those of a program or an image are not.
   */
  private static boolean isSlipped(ByteScan scan) {
    long zeros = scan.zeros();
    return zeros > 0.4 * scan.size
        && zeros < 0.52 * scan.size
        && (scan.controls - zeros) * 20 < scan.size
        && (scan.lone + 2 * scan.utf8) * 10 < scan.size;
  }

  /** True when the first zero byte of a text is the second half of its character. */
  private static boolean zerosAtOdd(byte[] head) {
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        return (i & 1) == 1;
      }
    }
    return true;
  }

  private static boolean starts(byte[] head, int... bytes) {
    return startsAt(head, 0, bytes);
  }

  private static boolean startsAt(byte[] head, int from, int... bytes) {
    if (head.length - from < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[from + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** A guess, with how well a byte beyond ASCII fits on average. */
  private record Scored(EncodingGuess guess, double score) {}

  private static Scored singleByte(ByteScan scan, boolean bareReturns) {
    Candidate best = CANDIDATES.get(0);
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : CANDIDATES) {
      if (!Charset.isSupported(candidate.javaName())) {
        continue;
      }
      double score = score(scan, candidate, bareReturns);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return new Scored(named(best, scan), bestScore);
  }

  private static EncodingGuess named(Candidate best, ByteScan scan) {
    if (!best.name().equals("windows-1252") || scan.usesC1()) {
      return new EncodingGuess(best.name(), Charset.forName(best.javaName()), 0, false);
    }
    return isLatin9(scan)
        ? new EncodingGuess("iso-8859-15", Charset.forName("ISO-8859-15"), 0, false)
        : new EncodingGuess("iso-8859-1", StandardCharsets.ISO_8859_1, 0, false);
  }

  private static double score(ByteScan scan, Candidate candidate, boolean bareReturns) {
    String decoded = decode(Charset.forName(candidate.javaName()));
    double score = 0;
    long bytes = 0;
    for (int value = 0; value < 128; value++) {
      char c = decoded.charAt(value);
      for (int left = 0; left < ByteScan.SIDES; left++) {
        for (int right = 0; right < ByteScan.SIDES; right++) {
          long count = scan.contexts[(value * ByteScan.SIDES + left) * ByteScan.SIDES + right];
          if (count > 0) {
            score += count * FrenchText.score(c, left, right);
            bytes += count;
          }
        }
      }
    }
    boolean mac = candidate.name().equals("macintosh");
    double handicap = mac && bareReturns ? -0.5 : candidate.handicap();
    return score / Math.max(1, bytes) - handicap;
  }

  /** The 128 characters of the upper half of a single-byte charset. */
  static String decode(Charset charset) {
    byte[] bytes = new byte[128];
    for (int i = 0; i < 128; i++) {
      bytes[i] = (byte) (i + 128);
    }
    return new String(bytes, charset);
  }

  /** ISO 8859-15 has the euro sign and œ where ISO 8859-1 has ¤ and ½, which nobody types. */
  private static boolean isLatin9(ByteScan scan) {
    long euro = scan.lone(0xA4);
    long ligature = 0;
    for (int value : new int[] {0xBC, 0xBD}) {
      for (int right = 0; right <= ByteScan.UPPER_CONSONANT; right++) {
        for (int left = 0; left < ByteScan.SIDES; left++) {
          if (left != ByteScan.DIGIT) {
            ligature +=
                scan.contexts[((value - 128) * ByteScan.SIDES + left) * ByteScan.SIDES + right];
          }
        }
      }
    }
    return euro + ligature > 0;
  }
}
