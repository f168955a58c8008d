package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Communes;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.Set;

/**
 * A commune code of Centre-Val de Loire that no commune bears: often a postal code or a former
 * commune.
 */
final class InseeUnknownRule implements Rule {
  private static final Set<String> REGION = Set.of("18", "28", "36", "37", "41", "45");

  @Override
  public String code() {
    return "insee-unknown";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.expecting(Kinds.INSEE)) {
      report.cells(this, Severity.WARNING, column, value -> isUnknown(value.toString()));
    }
  }

  private static boolean isUnknown(String text) {
    String code = text.strip();
    return code.length() == 5
        && REGION.contains(code.substring(0, 2))
        && Judging.canonical(Kinds.INSEE, code) != null
        && Communes.region().find(code) == null;
  }
}
