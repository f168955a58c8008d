package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.List;
import java.util.Map;

/** SIRET, SIREN, commune or postal codes with spaces or points among their digits. */
final class CodeSpacesRule implements Rule {
  @Override
  public String code() {
    return "code-spaces";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Code code : List.of(Code.SIRET, Code.SIREN, Code.INSEE, Code.POSTAL)) {
      for (ColumnFacts column : facts.expecting(code.kind())) {
        // "114 55" is Swedish: two figures before three may be of some other country too
        boolean certain = code != Code.POSTAL || !LostZeros.of(facts, column, code).mayBeAbroad();
        Map<String, String> words = certain ? Map.of() : Map.of("variant", "abroad");
        report.cells(
            this,
            Severity.WARNING,
            column,
            words,
            Remedy.convert(certain, new Conversion.JoinCode(code), words));
      }
    }
  }
}
