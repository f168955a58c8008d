package fr.jalon.portal.web;

import java.util.regex.Pattern;

/** An address that mails are sent to. */
public final class MailAddress {
  /** RFC 5321, 4.5.3.1.3: a path of 256 characters, its angle brackets counted. */
  private static final int LONGEST = 254;

  /**
   * Less than RFC 5322 allows: no quoted name, no comment, and nothing that could make two
   * addresses of one or a header of an address.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[^@\\s,;:<>\"\\p{Cntrl}]{1,64}@[^@\\s,;:<>\".\\p{Cntrl}]+(\\.[^@\\s,;:<>\".\\p{Cntrl}]+)+");

  private MailAddress() {}

  /** Whether a text has the shape of one; whether somebody reads there is not known. */
  public static boolean isOne(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }
}
