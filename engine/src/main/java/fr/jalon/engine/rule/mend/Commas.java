package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Numbers;
import java.util.regex.Pattern;

/** What the commas of the numbers of a column mean. */
public enum Commas {
  /** Decimals follow, as in French; or there is no comma at all. */
  DECIMAL,
  /** Thousands are apart, as in English. */
  THOUSANDS;

  private static final Pattern GROUPS =
      Pattern.compile("[-+]? ?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");

  private static final Pattern POINT_GROUPS = Pattern.compile("[-+]? ?[1-9]\\d{0,2}(?:\\.\\d{3})+");

  /** True for a number whose points may part thousands: "1.234", "1.234.567". */
  public static boolean mayBePointGroups(String text) {
    return POINT_GROUPS.matcher(text).matches();
  }

  /** The number with the points between its thousands gone, or the same text. */
  static String pointsJoined(String text) {
    String plain = Numbers.spacesMadePlain(text).strip();
    return mayBePointGroups(plain) ? plain.replace(".", "").replace(" ", "") : text;
  }

  /** True for a number whose commas may part thousands: "1,234", "1,234,567.8". */
  public static boolean mayBeGroups(String text) {
    return GROUPS.matcher(text).matches();
  }

  /** The number with the commas between its thousands gone, or the same text. */
  public static String joined(String text) {
    String plain = Numbers.spacesMadePlain(text).strip();
    return mayBeGroups(plain) ? plain.replace(",", "").replace(" ", "") : text;
  }
}
