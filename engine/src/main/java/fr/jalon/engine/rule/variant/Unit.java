package fr.jalon.engine.rule.variant;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The usual units and how people spell each. Signs of one letter are told apart by case, except
 * those that nothing else is written with.
 */
enum Unit {
  OUNCE("oz", "ounce", "ounces", "once", "onces"),
  POUND("lb", "lbs", "pound", "pounds"),
  TONNE("t", "tonne", "tonnes"),
  KILOGRAM("kg", "kgs", "kilo", "kilos", "kilogramme", "kilogrammes"),
  GRAM("g", "gr", "gramme", "grammes"),
  MILLIGRAM("mg", "milligramme", "milligrammes"),
  KILOMETRE("km", "kms", "kilomètre", "kilomètres", "kilometre", "kilometres"),
  METRE("m", "mètre", "mètres", "metre", "metres"),
  CENTIMETRE("cm", "cms", "centimètre", "centimètres", "centimetre", "centimetres"),
  MILLIMETRE("mm", "millimètre", "millimètres", "millimetre", "millimetres"),
  SQUARE_METRE("m²", "m2", "mètre carré", "mètres carrés", "metre carre", "metres carres"),
  CUBIC_METRE("m³", "m3", "mètre cube", "mètres cubes", "metre cube", "metres cubes"),
  HECTARE("ha", "hectare", "hectares"),
  LITRE("l", "L", "litre", "litres"),
  CENTILITRE("cl", "centilitre", "centilitres"),
  MILLILITRE("ml", "millilitre", "millilitres"),
  HOUR("h", "H", "hr", "hrs", "heure", "heures"),
  MINUTE("min", "mins", "mn", "minute", "minutes"),
  SECOND("s", "sec", "seconde", "secondes"),
  DAY("j", "jour", "jours"),
  YEAR("an", "ans"),
  EURO("€", "euro", "euros", "eur"),
  PERCENT("%", "pourcent", "pour cent"),
  INHABITANT("hab", "habitant", "habitants"),
  PLACE("place", "places");

  /** Words of the longest spelling. */
  static final int MAX_WORDS = 2;

  private static final Map<String, Unit> BY_SPELLING = bySpelling();

  private final List<String> spellings;

  Unit(String... spellings) {
    this.spellings = List.of(spellings);
  }

  /** The unit written so, a point behind it or not; null when it is none. */
  static @Nullable Unit of(String written) {
    String bare = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
    return BY_SPELLING.get(bare.length() == 1 ? bare : bare.toLowerCase(Locale.ROOT));
  }

  private static Map<String, Unit> bySpelling() {
    Map<String, Unit> bySpelling = new HashMap<>();
    for (Unit unit : values()) {
      for (String spelling : unit.spellings) {
        bySpelling.put(spelling, unit);
      }
    }
    return bySpelling;
  }
}
