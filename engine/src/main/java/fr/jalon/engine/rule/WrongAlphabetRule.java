package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Misreading;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
      Misreading misreading = misreading(column.values());
      if (misreading != null) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of(),
            Remedy.convert(false, new Conversion.ReadAgain(misreading)));
      }
    }
  }

  /** The one that puts most cells right, null when there is none or two do as well. */
  private static @Nullable Misreading misreading(Distinct values) {
    long[] cells = new long[Misreading.values().length];
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      if (Misreading.mayBe(text)) {
        for (Misreading misreading : Misreading.values()) {
          boolean reads = !misreading.read(text).equals(text);
          cells[misreading.ordinal()] += reads ? values.count(index) : 0;
        }
      }
    }
    Misreading best = null;
    boolean tied = false;
    for (Misreading misreading : Misreading.values()) {
      long most = best == null ? 0 : cells[best.ordinal()];
      tied = cells[misreading.ordinal()] == most ? tied : false;
      if (cells[misreading.ordinal()] > most) {
        best = misreading;
      } else if (best != null && cells[misreading.ordinal()] == most) {
        tied = true;
      }
    }
    return tied ? null : best;
  }
}
