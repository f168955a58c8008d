package fr.jalon.engine.check;

/** A commune code that lost its first zero: 1001 for 01001. */
final class InseeLostZero implements Check {
  @Override
  public String code() {
    return "insee-lost-zero";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting("insee")) {
      report.cells(this, Severity.WARNING, column, value -> LostZero.inInsee(value.toString()));
    }
  }
}
