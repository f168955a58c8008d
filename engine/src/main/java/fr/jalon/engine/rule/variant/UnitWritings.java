package fr.jalon.engine.rule.variant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers followed by a unit that is not spelled in one way: "12.0 oz", "12 OZ.", "12.0 ounce".
 * Each unit takes the spelling most cells give it; what stands behind it is kept, and the number
 * too, unless the same number is written otherwise in more cells. Cells of two figures ("10 h à 22
 * h") are no measure.
 */
final class UnitWritings {
  /** A column of measures has a number and a unit in this share of its cells. */
  private static final double MEASURES = 0.5;

  private static final int MAX_LENGTH = 100;

  private final Values values;
  private final Map<Integer, Measure> measures = new HashMap<>();
  private final Map<Unit, Map<String, Long>> spellings = new EnumMap<>(Unit.class);
  private final Map<BigDecimal, Map<String, Long>> numbers = new HashMap<>();
  private long cells;

  private UnitWritings(Values values) {
    this.values = values;
  }

  /**
   * A value cut in pieces.
   *
   * @param spelling the unit as written, with the space before it
   * @param rest what stands behind the unit, with the space before it
   */
  private record Measure(String number, Unit unit, String spelling, String rest) {}

  static List<Variant> look(Values values) {
    UnitWritings writings = new UnitWritings(values);
    writings.count();
    return writings.cells >= MEASURES * values.cells() ? writings.variants() : List.of();
  }

  private void count() {
    int seen = 0;
    for (int index = 0; index < values.size(); index++) {
      Measure measure = measure(values.text(index));
      if (measure != null) {
        long count = values.count(index);
        cells += count;
        measures.put(index, measure);
        spellings
            .computeIfAbsent(measure.unit(), fresh -> new HashMap<>())
            .merge(measure.spelling(), count, Long::sum);
        numbers
            .computeIfAbsent(value(measure), fresh -> new HashMap<>())
            .merge(measure.number(), count, Long::sum);
      } else if (++seen > 1000 && measures.isEmpty()) {
        return;
      }
    }
  }

  private List<Variant> variants() {
    Map<String, Long> counts = new HashMap<>();
    for (int index = 0; index < values.size(); index++) {
      counts.put(values.text(index), values.count(index));
    }
    List<Variant> variants = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      Measure measure = measures.get(index);
      Map<String, Long> ways = measure == null ? null : spellings.get(measure.unit());
      if (measure != null && ways != null) {
        String from = values.text(index);
        String to = number(measure, ways.size() > 1) + commonest(ways) + measure.rest();
        if (!to.equals(from)) {
          long toCount = counts.getOrDefault(to, 0L);
          variants.add(new Variant(from, to, values.count(index), toCount, Reason.UNIT));
        }
      }
    }
    return variants;
  }

  private String number(Measure measure, boolean unitVaries) {
    Map<String, Long> ways = numbers.get(value(measure));
    return unitVaries && ways != null ? commonest(ways) : measure.number();
  }

  private static String commonest(Map<String, Long> ways) {
    return ways.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private static BigDecimal value(Measure measure) {
    return new BigDecimal(measure.number().replace(',', '.')).stripTrailingZeros();
  }

  private static @Nullable Measure measure(String text) {
    int end = 0;
    boolean point = false;
    while (end < text.length()
        && (Spelling.isDigit(text.charAt(end))
            || (!point && end > 0 && isPoint(text.charAt(end)) && isDigitAt(text, end + 1)))) {
      point |= isPoint(text.charAt(end));
      end++;
    }
    if (end == 0 || text.length() > MAX_LENGTH) {
      return null;
    }
    int start = end;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    for (int words = Unit.MAX_WORDS; words > 0; words--) {
      int stop = endOfWords(text, start, words);
      Unit unit = stop < 0 ? null : Unit.of(text.substring(start, stop));
      if (unit != null) {
        if (!Spelling.digits(text.substring(stop)).isEmpty()) {
          return null;
        }
        return new Measure(
            text.substring(0, end), unit, text.substring(end, stop), text.substring(stop));
      }
    }
    return null;
  }

  private static int endOfWords(String text, int start, int words) {
    int at = start;
    for (int word = 0; word < words; word++) {
      if (word > 0) {
        if (at == text.length()) {
          return -1;
        }
        at++;
      }
      while (at < text.length() && !isSpace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == ',';
  }

  private static boolean isDigitAt(String text, int index) {
    return index < text.length() && Spelling.isDigit(text.charAt(index));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f';
  }
}
