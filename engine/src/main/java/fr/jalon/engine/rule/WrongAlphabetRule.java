package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Misreading;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters stand for others, as the text was read in another alphabet: "ProvenchËres", "R‚mi". Each
 * letter has one reading in each alphabet, so it is only asked.
 */
final class WrongAlphabetRule implements Rule {
  @Override
  public String code() {
    return "wrong-alphabet";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      List<Misreading> best = best(column.values());
      if (best.size() == 1) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of(),
            Remedy.convert(false, new Conversion.ReadAgain(best.get(0))));
      } else if (!best.isEmpty()) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("variant", "tied"),
            value -> best.stream().anyMatch(one -> reads(one, value.toString())));
      }
    }
  }

  /**
   * Those that put most cells right: none, one, or several that do as well and read otherwise, such
   * as "Rémi" and "Râmi" for "R‚mi".
   */
  private static List<Misreading> best(Distinct values) {
    Map<Misreading, Long> cells = new EnumMap<>(Misreading.class);
    Map<Misreading, List<String>> readings = new EnumMap<>(Misreading.class);
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      if (Misreading.mayBe(text)) {
        for (Misreading misreading : Misreading.values()) {
          if (reads(misreading, text)) {
            cells.merge(misreading, values.count(index), Long::sum);
            readings
                .computeIfAbsent(misreading, any -> new ArrayList<>())
                .add(misreading.read(text));
          }
        }
      }
    }
    long most = cells.values().stream().mapToLong(Long::longValue).max().orElse(0);
    Map<List<String>, Misreading> best = new LinkedHashMap<>();
    cells.forEach(
        (misreading, count) -> {
          if (count == most) {
            best.putIfAbsent(readings.getOrDefault(misreading, List.of()), misreading);
          }
        });
    return List.copyOf(best.values());
  }

  private static boolean reads(Misreading misreading, String text) {
    return !misreading.read(text).equals(text);
  }
}
