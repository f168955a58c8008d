package fr.jalon.engine.format.geo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.io.Proj4FileReader;

/** A coordinate reference system and the way from it to WGS 84 in degrees, longitude first. */
final class Crs {
  static final Crs WGS84 = new Crs("EPSG:4326", null);

  /** Degrees that are WGS 84 within centimeters: RGF93 and its overseas sisters, ETRS89. */
  private static final Set<Integer> SAME_AS_WGS84 =
      Set.of(4326, 4171, 4258, 4624, 4627, 4470, 4463, 4483, 4558, 5489, 4979, 9777, 9782, 7912);

  /** RGF93 v2 and v2b are v1 as far as public data can tell, and unknown to the library. */
  private static final int RGF93_V2 = 9793;

  private static final int RGF93_V2B = 9794;
  private static final int LAMBERT_93 = 2154;

  /** What the library's list says of a number; looking it up there takes milliseconds. */
  private static final Map<Integer, String[]> PARAMETERS = new ConcurrentHashMap<>();

  private final String code;
  private final @Nullable CoordinateTransform transform;
  private final ProjCoordinate from = new ProjCoordinate();
  private final ProjCoordinate to = new ProjCoordinate();

  private Crs(String code, @Nullable CoordinateTransform transform) {
    this.code = code;
    this.transform = transform;
  }

  /** The system of an EPSG number, null when unknown. */
  static @Nullable Crs of(int epsg) {
    if (SAME_AS_WGS84.contains(epsg)) {
      return new Crs("EPSG:" + epsg, null);
    }
    int known = epsg == RGF93_V2 || epsg == RGF93_V2B ? LAMBERT_93 : epsg;
    String[] parameters = PARAMETERS.computeIfAbsent(known, Crs::parameters);
    if (parameters.length == 0) {
      return null;
    }
    try {
      CRSFactory factory = new CRSFactory();
      CoordinateReferenceSystem source = factory.createFromParameters("EPSG:" + known, parameters);
      CoordinateReferenceSystem wgs84 =
          factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
      return new Crs("EPSG:" + epsg, new BasicCoordinateTransform(source, wgs84));
    } catch (Proj4jException | IllegalStateException e) {
      return null;
    }
  }

  private static String[] parameters(int epsg) {
    try {
      String[] found = new Proj4FileReader().getParameters("EPSG:" + epsg);
      return found == null ? new String[0] : found;
    } catch (Proj4jException | IllegalStateException e) {
      return new String[0];
    }
  }

  /** Reads a name as GeoJSON's old "crs" member has it: a URN, or "EPSG:2154". */
  static @Nullable Crs ofName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.contains("CRS84")) {
      return WGS84;
    }
    int epsg = upper.indexOf("EPSG");
    if (epsg < 0) {
      return null;
    }
    String digits = upper.substring(Math.max(upper.lastIndexOf(':'), upper.lastIndexOf('/')) + 1);
    try {
      return of(Integer.parseInt(digits.trim()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * The system in which coordinates of this extent lie somewhere in France, tried from the most
   * used to the least; null when none does. Degrees are taken for WGS 84 wherever they lie.
   */
  static @Nullable Crs guess(double minX, double minY, double maxX, double maxY) {
    if (minX >= -180.5 && maxX <= 180.5 && minY >= -90.5 && maxY <= 90.5) {
      return WGS84;
    }
    double x = (minX + maxX) / 2;
    double y = (minY + maxY) / 2;
    for (int epsg : CANDIDATES) {
      Crs crs = of(epsg);
      if (crs != null
          && isFrench(crs.toWgs84(minX, minY))
          && isFrench(crs.toWgs84(maxX, maxY))
          && isFrench(crs.toWgs84(x, y))) {
        return crs;
      }
    }
    return null;
  }

  /**
   * Lambert-93, the nine conic zones, the old Lambert zones, Web Mercator, then overseas. Zones
   * come before Web Mercator because northings of the latter fall in theirs only far from France.
   */
  private static final List<Integer> CANDIDATES =
      List.of(
          2154, 3942, 3943, 3944, 3945, 3946, 3947, 3948, 3949, 3950, 27572, 27571, 27573, 27574,
          3857, 32631, 32630, 32632, 2975, 4471, 2972, 5490, 4467, 3163);

  private static boolean isFrench(@Nullable ProjCoordinate place) {
    return place != null
        && (isMainland(place)
            || within(place, 8.4, 41.2, 9.7, 43.1)
            || within(place, 55.1, -21.5, 55.9, -20.8)
            || within(place, 44.9, -13.1, 45.4, -12.5)
            || within(place, -54.7, 2.0, -51.5, 5.9)
            || within(place, -63.2, 14.2, -60.7, 18.2)
            || within(place, -56.6, 46.6, -56.0, 47.2)
            || within(place, 163.0, -23.0, 168.5, -19.0));
  }

  /** The mainland's outline, longitude and latitude in turn, drawn wide by some 20 km. */
  private static final double[] MAINLAND = {
    -5.4, 48.7, -1.9, 50.0, 1.4, 51.2, 2.6, 51.3, 4.4, 50.4, 8.5, 49.2, 7.8, 47.3, 7.3, 45.9, 8.0,
    43.9, 6.5, 42.8, 3.4, 42.2, 1.5, 42.2, -2.0, 43.0, -1.6, 46.0, -5.3, 47.8
  };

  private static boolean isMainland(ProjCoordinate place) {
    boolean inside = false;
    int previous = MAINLAND.length - 2;
    for (int i = 0; i < MAINLAND.length; i += 2) {
      double x = MAINLAND[i];
      double y = MAINLAND[i + 1];
      double slope = (MAINLAND[previous] - x) / (MAINLAND[previous + 1] - y);
      if (y > place.y != MAINLAND[previous + 1] > place.y && place.x < slope * (place.y - y) + x) {
        inside = !inside;
      }
      previous = i;
    }
    return inside;
  }

  private static boolean within(
      ProjCoordinate place, double west, double south, double east, double north) {
    return place.x >= west && place.x <= east && place.y >= south && place.y <= north;
  }

  /** What people call it ("Lambert 93"), its code when they call it nothing. */
  String title() {
    int epsg = Integer.parseInt(code.substring("EPSG:".length()));
    if (epsg > 3941 && epsg < 3951) {
      return "CC" + (epsg - 3900);
    }
    return switch (epsg) {
      case LAMBERT_93, RGF93_V2, RGF93_V2B -> "Lambert 93";
      case 27571 -> "Lambert I";
      case 27572 -> "Lambert II étendu";
      case 27573 -> "Lambert III";
      case 27574 -> "Lambert IV";
      case 3857 -> "Web Mercator";
      case 4326 -> "WGS 84";
      case 2975 -> "RGR92 UTM 40 sud";
      case 4471 -> "RGM04 UTM 38 sud";
      case 2972 -> "RGFG95 UTM 22 nord";
      case 5490 -> "RGAF09 UTM 20 nord";
      case 4467 -> "RGSPM06 UTM 21 nord";
      case 3163 -> "Lambert de Nouvelle-Calédonie";
      default -> code;
    };
  }

  /** "EPSG:2154". */
  String code() {
    return code;
  }

  /** True when its coordinates already are degrees of WGS 84. */
  boolean isWgs84() {
    return transform == null;
  }

  /**
   * The place in WGS 84, x being the longitude; null when it has none. The object given back is
   * reused by the next call.
   */
  @Nullable ProjCoordinate toWgs84(double x, double y) {
    CoordinateTransform way = transform;
    if (way == null) {
      to.setValue(x, y);
      return to;
    }
    try {
      from.setValue(x, y);
      way.transform(from, to);
      return Double.isFinite(to.x) && Double.isFinite(to.y) ? to : null;
    } catch (Proj4jException | IllegalStateException e) {
      return null;
    }
  }
}
