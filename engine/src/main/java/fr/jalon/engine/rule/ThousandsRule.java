package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Commas;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.HashMap;
import java.util.Map;

/** Numbers whose thousands are set apart, which most software takes for text. */
final class ThousandsRule implements Rule {
  @Override
  public String code() {
    return "thousands";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (NumberColumns.holds(column)) {
        look(column, report);
      }
    }
  }

  private void look(ColumnFacts column, Report report) {
    NumberColumns.Comma comma = NumberColumns.comma(column);
    NumberColumns.Comma point = NumberColumns.point(column);
    boolean points =
        point == NumberColumns.Comma.THOUSANDS || point == NumberColumns.Comma.DOUBTFUL;
    Commas marks =
        comma == NumberColumns.Comma.THOUSANDS
            ? Commas.THOUSANDS
            : points ? Commas.POINTS : Commas.DECIMAL;
    boolean doubtful = marks == Commas.POINTS && point == NumberColumns.Comma.DOUBTFUL;
    boolean whole = column.values().complete();
    Conversion.JoinGroups mend = new Conversion.JoinGroups(marks);
    String variant = doubtful ? "doubtful-points" : mark(column, mend);
    Map<String, String> told = variant.isEmpty() ? Map.of() : Map.of("variant", variant);
    Map<String, String> asked = new HashMap<>(told);
    if (!whole && !doubtful) {
      asked.put("variant", "partly-seen");
    }
    report.cells(
        this, Severity.WARNING, column, told, Remedy.convert(whole && !doubtful, mend, asked));
    if (comma == NumberColumns.Comma.DOUBTFUL) {
      // told with decimals: one cause, and people choose what the commas are
      Conversion.JoinGroups commas = new Conversion.JoinGroups(Commas.THOUSANDS);
      report.otherwise(
          this, column, Remedy.convert(false, commas, Map.of("variant", "doubtful")));
    }
  }

  /** "commas" or "points" when they part the thousands, "" when spaces or several marks do. */
  private static String mark(ColumnFacts column, Conversion.JoinGroups mend) {
    boolean commas = false;
    boolean points = false;
    boolean others = false;
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString();
      if (!mend.convert(text).equals(text)) {
        boolean comma = text.indexOf(',') >= 0;
        boolean point = !comma && text.indexOf('.') >= 0;
        commas |= comma;
        points |= point;
        others |= !comma && !point;
      }
    }
    if (others || commas == points) {
      return "";
    }
    return commas ? "commas" : "points";
  }
}
