package fr.jalon.engine.check;

import java.util.Map;

/** A surface whose outline turns the other way than the standard has it. */
final class ShapeTurned implements Check {
  @Override
  public String code() {
    return "shape-turned";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("geometry")) {
      ShapeFaults faults = column.shapes();
      report.cells(
          this, Severity.ADVICE, column, Map.of(), value -> faults.has(value, ShapeFaults.TURNED));
    }
  }
}
