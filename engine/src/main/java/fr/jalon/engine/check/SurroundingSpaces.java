package fr.jalon.engine.check;

/** Spaces before or after the text, or several in a row: "Orléans " and "Orléans" count as two. */
final class SurroundingSpaces implements Check {
  @Override
  public String code() {
    return "surrounding-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      report.cells(
          this,
          Severity.ADVICE,
          column,
          value -> {
            String text = value.toString();
            return !Spaces.trimmed(text).equals(text);
          });
    }
  }
}
