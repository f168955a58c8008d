package fr.jalon.engine.profile.kind;

import java.util.List;

/** Where France lies, and whether a text is a coordinate. */
public final class Coordinates {
  /** A rectangle of degrees, its edges within. */
  private record Box(double west, double south, double east, double north) {
    boolean holds(double longitude, double latitude) {
      return longitude >= west && latitude >= south && longitude <= east && latitude <= north;
    }
  }

  /**
   * Where people live under French law. Overseas collectivities have the area of use that the EPSG
   * registry, informed by IGN, gives of their legal coordinate system, or of one ashore where that
   * area takes in neighbors. The southern and Antarctic lands are left out: they have no commune,
   * and their system covers half an ocean.
   */
  private static final List<Box> FRANCE =
      List.of(
          // metropolitan France and Corsica
          new Box(-5.141277, 41.333571, 9.560091, 51.088989),
          // Guadeloupe
          new Box(-61.809839, 15.832041, -61.001959, 16.514488),
          // Martinique
          new Box(-61.229033, 14.388646, -60.809655, 14.878723),
          // Guyane
          new Box(-54.60239, 2.111055, -51.619041, 5.748138),
          // La Réunion
          new Box(55.216526, -21.389631, 55.836654, -20.8718),
          // Mayotte
          new Box(45.01833, -13.005254, 45.299985, -12.63659),
          // Saint-Martin and Saint-Barthélemy: Fort Marigot, EPSG:4621
          new Box(-63.21, 17.82, -62.73, 18.17),
          // Saint-Pierre-et-Miquelon: RGSPM06, EPSG:4463
          new Box(-57.1, 43.41, -55.9, 47.37),
          // Polynésie française: RGPF, EPSG:4687
          new Box(-158.13, -31.24, -131.97, -4.52),
          // Nouvelle-Calédonie, its inhabited islands: Lambert New Caledonia, EPSG:3163
          new Box(163.54, -22.73, 168.19, -19.5),
          // Wallis-et-Futuna, east of the antimeridian: RGWF96, EPSG:8900
          new Box(-180, -15.94, -174.27, -9.84));

  private Coordinates() {}

  public static boolean inFrance(double longitude, double latitude) {
    for (Box box : FRANCE) {
      if (box.holds(longitude, latitude)) {
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
