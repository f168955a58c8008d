package fr.jalon.engine.profile.kind;

/** Where France lies, and whether a text is a coordinate. */
public final class Coordinates {
  /**
   * Boxes around metropolitan France, Guadeloupe, Martinique, Guyane, La Réunion and Mayotte: least
   * longitude, least latitude, greatest longitude, greatest latitude.
   */
  private static final double[][] FRANCE = {
    {-5.141277, 41.333571, 9.560091, 51.088989},
    {-61.809839, 15.832041, -61.001959, 16.514488},
    {-61.229033, 14.388646, -60.809655, 14.878723},
    {-54.60239, 2.111055, -51.619041, 5.748138},
    {55.216526, -21.389631, 55.836654, -20.8718},
    {45.01833, -13.005254, 45.299985, -12.63659}
  };

  private Coordinates() {}

  public static boolean inFrance(double longitude, double latitude) {
    for (double[] box : FRANCE) {
      if (longitude >= box[0] && latitude >= box[1] && longitude <= box[2] && latitude <= box[3]) {
        return true;
      }
    }
    return false;
  }

  /** The number a text is, a decimal comma allowed; NaN when it is none. */
  public static double parse(String text) {
    String plain = text.strip().replace(',', '.');
    return isDecimal(plain) ? Double.parseDouble(plain) : Double.NaN;
  }

  /** A sign, one to nine digits, then perhaps a point and one to seventeen more. */
  private static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = digitsEnd(text, start);
    if (point == start || point - start > 9) {
      return false;
    }
    if (point == text.length()) {
      return true;
    }
    int end = digitsEnd(text, point + 1);
    return text.charAt(point) == '.'
        && end == text.length()
        && end > point + 1
        && end - point - 1 <= 17;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  static boolean within(String text, double least, double greatest) {
    if (!isDecimal(text)) {
      return false;
    }
    double number = Double.parseDouble(text);
    return number >= least && number <= greatest;
  }
}
