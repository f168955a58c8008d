package fr.jalon.engine.check;

import java.util.Map;

/** A surface whose outline is not closed, or a shape of too few points. */
final class ShapeUnfinished implements Check {
  @Override
  public String code() {
    return "shape-unfinished";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("geometry")) {
      ShapeFaults faults = column.shapes();
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of(),
          value -> faults.has(value, ShapeFaults.UNFINISHED));
    }
  }
}
