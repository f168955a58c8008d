package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Texts that a program cut: several stop where a field was full, and none goes further. */
final class CutTextRule implements Rule {
  /**
   * Signs that a field of texts may hold: 254 in dBASE and Shapefile, 255 and 256 by default in
   * databases, 32 767 in a cell of Excel, round numbers where people chose. Shorter texts are names
   * and codes, often of one length.
   */
  static final Set<Integer> FULL =
      Set.of(100, 150, 200, 250, 254, 255, 256, 500, 1_000, 2_000, 4_000, 32_767);

  /** Two that have nothing else in common: one may be of this length by chance. */
  private static final int SEVERAL = 2;

  /** Signs. Texts that begin alike are one text, copied with a slip. */
  private static final int BEGINNING = 20;

  @Override
  public String code() {
    return "cut-text";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      int longest = column.profile().longest();
      if (column.kind() == Kinds.TEXT
          && FULL.contains(longest)
          && isCut(longest, column.values())) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("maximum", Integer.toString(longest)),
            value -> length(value.toString()) == longest);
      }
    }
  }

  /** Where most texts have one length, it is theirs: nothing was cut. */
  private static boolean isCut(int longest, Distinct values) {
    Set<String> beginnings = new HashSet<>();
    int full = 0;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      if (length(text) == longest) {
        beginnings.add(text.substring(0, BEGINNING));
        full++;
      }
    }
    return beginnings.size() >= SEVERAL && 2 * full <= values.size();
  }

  private static long length(String text) {
    return text.codePoints().count();
  }
}
