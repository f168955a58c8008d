package fr.jalon.engine.check;

import java.util.regex.Pattern;

/** Spaces that are there by accident. */
public final class Spaces {
  private static final Pattern SEVERAL = Pattern.compile("[ \\u00a0]{2,}");
  private static final Pattern ENDS =
      Pattern.compile("^[\\s\\u00a0\\u202f\\u200b\\ufeff]+|[\\s\\u00a0\\u202f\\u200b\\ufeff]+$");

  private Spaces() {}

  /** The text without spaces around it, and with single ones inside. */
  public static String trimmed(String text) {
    String bare = ENDS.matcher(text).replaceAll("");
    return SEVERAL.matcher(bare).replaceAll(" ");
  }
}
