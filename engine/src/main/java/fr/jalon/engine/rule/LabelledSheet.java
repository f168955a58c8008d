package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Kinds;

/**
 * A sheet to be filled in, labels on the left and answers on the right, side by side: it has no
 * columns whose cells should be alike.
 */
final class LabelledSheet {
  /** Labels and answers side by side that tell such a sheet: one alone may be a table of two. */
  private static final int FEWEST_PAIRS = 2;

  private LabelledSheet() {}

  static boolean is(Facts facts) {
    if (!facts.reading().headerRows().isEmpty()) {
      return false;
    }
    int pairs = 0;
    for (int index = 1; index < facts.columns().size(); index++) {
      ColumnFacts labels = facts.columns().get(index - 1);
      boolean answers = WrongTypeRule.CHECKED.contains(facts.columns().get(index).kind());
      boolean eachOnce =
          labels.profile().filled() > 1
              && labels.values().complete()
              && labels.values().size() == labels.profile().filled();
      pairs += answers && eachOnce && labels.kind() == Kinds.TEXT ? 1 : 0;
    }
    return pairs >= FEWEST_PAIRS && 2 * pairs >= facts.columns().size() - 1;
  }
}
