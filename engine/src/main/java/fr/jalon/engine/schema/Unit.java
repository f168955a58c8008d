package fr.jalon.engine.schema;

import fr.jalon.engine.profile.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measure, as the end of a name says it: "hauteur_m", "Montant (k€)", "La hauteur, en
 * centimètres".
 *
 * @param sign as people write it ("cm")
 * @param measure what it measures; only units of one measure can be turned into one another
 * @param size in the main unit of its measure
 */
public record Unit(String sign, String measure, BigDecimal size) {
  private static final Map<String, Unit> KNOWN = known();
  private static final Pattern LAST =
      Pattern.compile("(?:[\\s_(\\[/.,-])([a-z]{0,12}[€%]?\\d?)[)\\]]?$");

  /** What a factor may be, in digits behind the point. */
  private static final int MOST_DECIMALS = 9;

  /** The unit said at the end of the name of a column or of the title of a field, null if none. */
  public static @Nullable Unit of(String name) {
    Matcher last = LAST.matcher(Words.fold(name).strip());
    return last.find() ? KNOWN.get(last.group(1)) : null;
  }

  /** The unit that a sign or a word behind a number stands for, null when it is none known. */
  public static @Nullable Unit named(String sign) {
    return KNOWN.get(Words.fold(sign).strip());
  }

  /** The name without the unit said at its end, the name itself when it says none. */
  static String left(String name) {
    Matcher last = LAST.matcher(Words.fold(name).strip());
    // Folding may lengthen a letter ("œ"): the cut is counted from the end.
    return of(name) != null && last.find()
        ? name.strip().substring(0, name.strip().length() - (last.end() - last.start()))
        : name;
  }

  /** Every unit of the same measure, each once. */
  List<Unit> siblings() {
    return KNOWN.values().stream()
        .distinct()
        .filter(unit -> unit.measure.equals(measure) && !unit.equals(this))
        .sorted(Comparator.comparing(Unit::sign))
        .toList();
  }

  /** True for the unit people mean when they say none: metres, euros. */
  boolean isMain() {
    return size.compareTo(BigDecimal.ONE) == 0;
  }

  /** The unit of the column when the field wants another one, null when they agree or say none. */
  public static @Nullable Unit other(String column, Field field) {
    return other(column, field.title());
  }

  /** The same, the field being known by its title. */
  public static @Nullable Unit other(String column, String title) {
    Unit written = of(column);
    Unit wanted = of(title);
    return written == null || wanted == null || written.equals(wanted) ? null : written;
  }

  /** What to multiply by to get the other unit, null when the one never becomes the other. */
  public @Nullable BigDecimal factor(Unit wanted) {
    if (!measure.equals(wanted.measure)) {
      return null;
    }
    BigDecimal factor = size.divide(wanted.size, MOST_DECIMALS, RoundingMode.HALF_EVEN);
    boolean exact = factor.multiply(wanted.size).compareTo(size) == 0;
    return exact ? factor.stripTrailingZeros() : null;
  }

  private static Map<String, Unit> known() {
    Map<String, Unit> known = new HashMap<>();
    add(known, "mm", "length", "0.001", "millimetre", "millimetres");
    add(known, "cm", "length", "0.01", "centimetre", "centimetres");
    add(known, "dm", "length", "0.1", "decimetre", "decimetres");
    add(known, "m", "length", "1", "metre", "metres", "ml");
    add(known, "km", "length", "1000", "kilometre", "kilometres");
    add(known, "m²", "area", "1", "m2");
    add(known, "ha", "area", "10000", "hectare", "hectares");
    add(known, "km²", "area", "1000000", "km2");
    add(known, "m³", "volume", "1", "m3");
    add(known, "l", "volume", "0.001", "litre", "litres");
    add(known, "g", "mass", "0.001", "gramme", "grammes");
    add(known, "kg", "mass", "1", "kilo", "kilos", "kilogramme", "kilogrammes");
    add(known, "t", "mass", "1000", "tonne", "tonnes");
    add(known, "€", "money", "1", "eur", "euro", "euros");
    add(known, "k€", "money", "1000", "keur", "keuros");
    add(known, "M€", "money", "1000000", "m€", "meur");
    add(known, "s", "time", "1", "seconde", "secondes");
    add(known, "min", "time", "60", "minute", "minutes", "mn");
    add(known, "h", "time", "3600", "heure", "heures");
    add(known, "kWh", "energy", "1", "kwh");
    add(known, "MWh", "energy", "1000", "mwh");
    add(known, "%", "share", "0.01", "pourcent");
    return Map.copyOf(known);
  }

  private static void add(
      Map<String, Unit> known, String sign, String measure, String size, String... names) {
    Unit unit = new Unit(sign, measure, new BigDecimal(size));
    known.put(sign, unit);
    for (String name : names) {
      known.put(name, unit);
    }
  }
}
