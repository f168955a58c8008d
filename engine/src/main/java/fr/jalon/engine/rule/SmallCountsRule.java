package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Detection;
import fr.jalon.engine.table.Column;
import java.util.Map;

/** A table of statistics that counts fewer than five people at a time: each may be recognized. */
final class SmallCountsRule implements Rule {
  @Override
  public String code() {
    return "small-counts";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Column column : facts.detected().smallCounts()) {
      report.cells(
          this,
          Severity.WARNING,
          facts.columns().get(column.index()),
          Map.of("few", Integer.toString(Detection.FEW)),
          value -> Detection.isFew(value.toString()));
    }
  }
}
