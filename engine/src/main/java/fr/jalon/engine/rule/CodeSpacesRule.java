package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.List;
import java.util.Map;

/** SIRET or SIREN numbers with spaces or points among their digits. */
final class CodeSpacesRule implements Rule {
  @Override
  public String code() {
    return "code-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Code code : List.of(Code.SIRET, Code.SIREN)) {
      for (ColumnFacts column : facts.columns()) {
        if (Code.of(column.kind()) == code) {
          report.cells(
              this,
              Severity.WARNING,
              column,
              Map.of(),
              Remedy.convert(true, new Conversion.JoinCode(code)));
        }
      }
    }
  }
}
