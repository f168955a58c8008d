package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Conversion.JoinMark.Mark;
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
        join(Mark.SPACE, "spaces", true, column, report);
        commas(column, report);
        points(column, report);
      }
    }
  }

  private void commas(ColumnFacts column, Report report) {
    switch (NumberColumns.comma(column)) {
      case THOUSANDS -> join(Mark.COMMA, "commas", true, column, report);
      // told with decimals: one cause, and people choose what the commas are
      case DOUBTFUL ->
          report.otherwise(
              this,
              column,
              Remedy.convert(
                  false,
                  new Conversion.JoinMark(Mark.COMMA),
                  Map.of("variant", "doubtful-commas")));
      case DECIMAL, BOTH -> {
        // told by the rule of decimals
      }
    }
  }

  private void points(ColumnFacts column, Report report) {
    switch (NumberColumns.point(column)) {
      case THOUSANDS -> join(Mark.POINT, "points", true, column, report);
      case DOUBTFUL -> join(Mark.POINT, "doubtful-points", false, column, report);
      case BOTH ->
          report.cells(
              this,
              Severity.WARNING,
              column,
              Map.of("variant", "points"),
              value -> isParted(value.toString()));
      case DECIMAL -> {
        // decimals follow a point: nothing is wrong
      }
    }
  }

  private void join(Mark mark, String variant, boolean sure, ColumnFacts column, Report report) {
    boolean whole = column.values().complete();
    Map<String, String> told = Map.of("variant", variant);
    Map<String, String> asked = whole || !sure ? told : Map.of("variant", "partly-seen");
    report.cells(
        this,
        Severity.WARNING,
        column,
        told,
        Remedy.convert(sure && whole, new Conversion.JoinMark(mark), asked));
  }

  /** Two points cannot both be before decimals. */
  private static boolean isParted(String text) {
    Numbers.Written number = Numbers.read(text);
    return number != null && text.indexOf('.') != text.lastIndexOf('.');
  }
}
