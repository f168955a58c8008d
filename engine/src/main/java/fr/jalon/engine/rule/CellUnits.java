package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units that the numbers of a column bear.
 *
 * @param met the units, most frequent first
 * @param bare cells with a number and no unit
 * @param title the unit that the name of the column says, else the model's; null when neither says
 */
record CellUnits(List<Met> met, long bare, @Nullable Unit title) {
  /**
   * A unit in all its ways of writing.
   *
   * @param writings as in the cells, most frequent first
   * @param unit null when it is none that can be converted: "places", "€ TTC"
   */
  record Met(List<String> writings, long cells, @Nullable Unit unit) {
    String sign() {
      return writings.get(0);
    }
  }

  static CellUnits of(ColumnFacts column) {
    Map<String, Map<String, Long>> groups = new LinkedHashMap<>();
    long bare = 0;
    for (int index = 0; index < column.values().size(); index++) {
      Numbers.Written number = Numbers.read(column.values().value(index).toString());
      long cells = column.values().count(index);
      if (number != null && number.unit().isEmpty()) {
        bare += cells;
      } else if (number != null) {
        groups
            .computeIfAbsent(group(number.unit()), any -> new LinkedHashMap<>())
            .merge(number.unit(), cells, Long::sum);
      }
    }
    List<Met> met = new ArrayList<>();
    groups.values().forEach(writings -> met.add(met(writings)));
    met.sort(Comparator.comparingLong(Met::cells).reversed());
    Field field = column.field();
    Unit title = Unit.of(column.name());
    return new CellUnits(
        List.copyOf(met), bare, title != null || field == null ? title : Unit.of(field.title()));
  }

  private static Met met(Map<String, Long> writings) {
    List<String> signs =
        writings.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList();
    long cells = writings.values().stream().mapToLong(Long::longValue).sum();
    return new Met(signs, cells, Unit.named(signs.get(0)));
  }

  /** "hab." and "hab", "€" and "euros" are one unit; "€ HT" and "€ TTC" are two. */
  private static String group(String sign) {
    Unit unit = Unit.named(sign);
    return unit != null
        ? unit.sign()
        : Words.fold(sign).replaceAll("euros?|eur", "€").replaceAll("[.s]+$", "");
  }

  /** Every way in which a unit is written. */
  List<String> writings() {
    return met.stream().flatMap(each -> each.writings().stream()).sorted().toList();
  }

  /** The unit all numbers can be in: the title's when the cells may be in it, else the first. */
  @Nullable Met wanted() {
    if (met.isEmpty()) {
      return null;
    }
    Met first = met.get(0);
    Unit unit = title;
    if (unit == null || first.unit() == null || unit.factor(first.unit()) == null) {
      return first;
    }
    return met.stream()
        .filter(each -> unit.equals(each.unit()))
        .findFirst()
        .orElse(new Met(List.of(unit.sign()), 0, unit));
  }

  /** What to multiply by, for each other unit; null when one never becomes the wanted one. */
  @Nullable Map<String, BigDecimal> factors() {
    Met wanted = wanted();
    Unit unit = wanted == null ? null : wanted.unit();
    Map<String, BigDecimal> factors = new LinkedHashMap<>();
    for (Met each : met) {
      if (each.equals(wanted)) {
        continue;
      }
      BigDecimal factor = unit == null || each.unit() == null ? null : each.unit().factor(unit);
      if (factor == null) {
        return null;
      }
      each.writings().forEach(writing -> factors.put(writing, factor));
    }
    return factors;
  }
}
