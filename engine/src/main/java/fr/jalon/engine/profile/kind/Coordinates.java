package fr.jalon.engine.profile.kind;

import java.util.regex.Pattern;

/** Where France lies, and whether a text is a coordinate. */
public final class Coordinates {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,17})?");

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
    return DECIMAL.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
  }

  static boolean within(String text, double least, double greatest) {
    if (!DECIMAL.matcher(text).matches()) {
      return false;
    }
    double number = Double.parseDouble(text);
    return number >= least && number <= greatest;
  }
}
