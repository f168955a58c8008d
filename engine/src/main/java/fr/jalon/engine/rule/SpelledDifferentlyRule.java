package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.variant.Reason;
import fr.jalon.engine.rule.variant.Variant;
import fr.jalon.engine.rule.variant.Variants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rare variants of a frequent value, which split counts and filters. Always asked. */
final class SpelledDifferentlyRule implements Rule {
  /** More are in the list of the cells to be changed. */
  private static final int MOST_NAMED = 12;

  @Override
  public String code() {
    return "spelled-differently";
  }

  @Override
  public void look(Facts facts, Report report) {
    Variants variants = Variants.of(facts.profiling(), facts.whole());
    for (ColumnFacts column : facts.columns()) {
      List<Variant> ofColumn =
          variants.ofColumn(column.index()).stream()
              .filter(variant -> !isToldWithUnits(variant, column))
              .toList();
      if (!ofColumn.isEmpty()) {
        Map<String, String> pairs = new HashMap<>();
        ofColumn.forEach(variant -> pairs.put(variant.from(), variant.to()));
        Map<String, String> words = words(ofColumn);
        report.cells(this, Severity.ADVICE, column, words, Remedy.map(false, pairs, words));
      }
    }
  }

  /** "10%" and "10 %" are one number once units have left the cells, or are all the same. */
  private static boolean isToldWithUnits(Variant variant, ColumnFacts column) {
    Numbers.Written from = Numbers.read(variant.from());
    return variant.reason() == Reason.UNIT
        && from != null
        && !from.unit().isEmpty()
        && NumberColumns.holds(column)
        && (UnitsInNumbersRule.mends(column) || MixedUnitsRule.mends(column));
  }

  /**
   * The counts let people judge: one cell against a hundred is a slip, two against three is not.
   * All that would be written otherwise is named, for it is accepted at once.
   */
  private static Map<String, String> words(List<Variant> variants) {
    Variant first = variants.get(0);
    List<Variant> others = variants.subList(1, variants.size());
    String named =
        others.stream()
            .limit(MOST_NAMED)
            .map(variant -> variant.from() + " → " + variant.to())
            .collect(Collectors.joining(", "));
    boolean unit = first.reason() == Reason.UNIT;
    return Map.of(
        "from", first.from(),
        "to", first.to(),
        "fromCount", Long.toString(first.fromCount()),
        "toCount", Long.toString(first.toCount()),
        "others", others.size() > MOST_NAMED ? named + "…" : named,
        "otherCount", Integer.toString(others.size()),
        "variant", unit ? "unit" : others.isEmpty() ? "value" : "values");
  }
}
