package fr.jalon.engine.check;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;

/** SIRET or SIREN numbers with spaces or points among their digits. */
final class CodeSpaces implements Check {
  @Override
  public String code() {
    return "code-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (column.kind().equals("siret") || column.kind().equals("siren")) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            value -> isSpaced(Kinds.get(column.kind()), value.toString()));
      }
    }
  }

  private static boolean isSpaced(Kind kind, String text) {
    String written = Judging.canonical(kind, text);
    return written != null && !written.equals(text.strip());
  }
}
