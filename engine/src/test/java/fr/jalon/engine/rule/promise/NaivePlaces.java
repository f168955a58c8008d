package fr.jalon.engine.rule.promise;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Where France lies, in rough rectangles of degrees: west, south, east, north. */
final class NaivePlaces {
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,9}(?:[.,]\\d{1,17})?");

  private static final Pattern PAIR =
      Pattern.compile(
          "(\\s*\\[?\\s*)(-?\\d{1,3}\\.\\d{2,})(\\s*[,; ]\\s*)(-?\\d{1,3}\\.\\d{2,})(\\s*\\]?\\s*)");

  private static final List<double[]> FRANCE =
      List.of(
          new double[] {-5.141277, 41.333571, 9.560091, 51.088989},
          new double[] {-61.809839, 15.832041, -61.001959, 16.514488},
          new double[] {-61.229033, 14.388646, -60.809655, 14.878723},
          new double[] {-54.60239, 2.111055, -51.619041, 5.748138},
          new double[] {55.216526, -21.389631, 55.836654, -20.8718},
          new double[] {45.01833, -13.005254, 45.299985, -12.63659},
          new double[] {-63.21, 17.82, -62.73, 18.17},
          new double[] {-57.1, 43.41, -55.9, 47.37},
          new double[] {-158.13, -31.24, -131.97, -4.52},
          new double[] {163.54, -22.73, 168.19, -19.5},
          new double[] {-180, -15.94, -174.27, -9.84});

  private NaivePlaces() {}

  static boolean inFrance(String longitude, String latitude) {
    String x = longitude.strip();
    String y = latitude.strip();
    if (!DEGREES.matcher(x).matches() || !DEGREES.matcher(y).matches()) {
      return false;
    }
    double east = Double.parseDouble(x.replace(',', '.'));
    double north = Double.parseDouble(y.replace(',', '.'));
    return FRANCE.stream()
        .anyMatch(box -> east >= box[0] && north >= box[1] && east <= box[2] && north <= box[3]);
  }

  /** The two numbers change places when France is only there in the other order. */
  static String turned(JsonNode settings, String text) {
    Matcher pair = PAIR.matcher(text);
    if (text.length() > 100 || !pair.matches()) {
      return text;
    }
    boolean longitudeFirst = inFrance(pair.group(2), pair.group(4));
    boolean latitudeFirst = inFrance(pair.group(4), pair.group(2));
    boolean wanted = settings.get("order").asString().equals("LONGITUDE_FIRST");
    boolean turn = wanted ? latitudeFirst && !longitudeFirst : longitudeFirst && !latitudeFirst;
    return turn
        ? pair.group(1) + pair.group(4) + pair.group(3) + pair.group(2) + pair.group(5)
        : text;
  }
}
