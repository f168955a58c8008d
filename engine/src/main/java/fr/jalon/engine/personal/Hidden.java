package fr.jalon.engine.personal;

import fr.jalon.engine.profile.Distinct;
import java.util.regex.Pattern;

/** What stands in the place of a value that told of somebody: it tells of nobody any more. */
public final class Hidden {
  /** Stands in the place of what is not published. */
  public static final String MASK = "[masqué]";

  private static final Pattern INITIALS =
      Pattern.compile("\\p{L}\\.(?:-\\p{L}\\.)*(?: \\p{L}\\.(?:-\\p{L}\\.)*)*");
  private static final Pattern YEAR_OR_MONTH =
      Pattern.compile("(?:1[89]|20)\\d{2}(?:-(?:0[1-9]|1[0-2]))?");
  private static final Pattern BAND = Pattern.compile("\\d{1,2}-\\d{2} ans|\\d{2} ans ou plus");

  private Hidden() {}

  /** True for initials: "J.-P. M." */
  public static boolean isInitials(String text) {
    return INITIALS.matcher(text).matches();
  }

  /** True for a band of ages: "45-59 ans". */
  public static boolean isBand(String text) {
    return BAND.matcher(text).matches();
  }

  /** True for a mask, initials, a year, a month of a year, a band of ages. */
  public static boolean isIt(String value) {
    String bare = value.strip();
    return bare.equals(MASK)
        || isInitials(bare)
        || YEAR_OR_MONTH.matcher(bare).matches()
        || isBand(bare);
  }

  /** True when all that a column holds is so. */
  static boolean isAll(Distinct values) {
    for (int index = 0; index < values.size(); index++) {
      if (!isIt(values.value(index).toString())) {
        return false;
      }
    }
    return values.complete();
  }
}
