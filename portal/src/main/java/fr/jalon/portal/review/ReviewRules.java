package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Rejected;

/** What holds of every request about reports. */
final class ReviewRules {
  /** In characters, of a passage: two pages. */
  static final int LONGEST_TEXT = 8_000;

  private ReviewRules() {}

  static boolean isOfTheRegion(Person who) {
    return !who.role().belongsToAnAuthority();
  }

  static void requireRegion(Person who) {
    if (!isOfTheRegion(who)) {
      throw new Rejected(ReviewProblem.FOR_THE_REGION);
    }
  }

  /** What somebody wrote, without its outer blanks. */
  static String text(String written) {
    String text = written.replace("\u0000", "").replace("\r\n", "\n").strip();
    if (text.length() > LONGEST_TEXT) {
      throw new Rejected(ReviewProblem.TOO_LONG, LONGEST_TEXT);
    }
    return text;
  }
}
