package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers written with a comma, which most software takes for text. */
final class DecimalCommaRule implements Rule {
  @Override
  public String code() {
    return "decimal-comma";
  }

  @Override
  public void look(Facts facts, Report report) {
    List<ColumnFacts> doubtful = new ArrayList<>();
    for (ColumnFacts column : facts.columns()) {
      if (!NumberColumns.holds(column)) {
        continue;
      }
      NumberColumns.Comma comma = NumberColumns.comma(column);
      if (comma == NumberColumns.Comma.DOUBTFUL) {
        doubtful.add(column);
      } else {
        look(column, comma, report);
      }
    }
    // a program that writes thousands with commas does so in all its columns: asked once
    Map<String, String> words = Map.of("variant", "doubtful");
    report.together(
        this,
        Severity.WARNING,
        doubtful,
        Remedy.convert(false, new Conversion.DecimalPoint(), words));
  }

  private void look(ColumnFacts column, NumberColumns.Comma comma, Report report) {
    Conversion.DecimalPoint mend = new Conversion.DecimalPoint();
    switch (comma) {
      case DECIMAL -> {
        boolean whole = column.values().complete();
        Map<String, String> words = whole ? Map.of() : Map.of("variant", "partly-seen");
        report.cells(this, Severity.WARNING, column, Map.of(), Remedy.convert(whole, mend, words));
      }
      case BOTH ->
          report.cells(
              this,
              Severity.WARNING,
              column,
              Map.of("variant", "both"),
              value -> isParted(value.toString()));
      case THOUSANDS, DOUBTFUL -> {
        // told by the rule of thousands, or with other columns
      }
    }
  }

  private static boolean isParted(String text) {
    return text.indexOf(',') >= 0 && Numbers.read(text) != null;
  }
}
