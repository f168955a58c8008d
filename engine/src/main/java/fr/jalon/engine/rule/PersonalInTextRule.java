package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Detected;
import java.util.Map;

/** Some texts of a column tell who someone is, how to reach them, or how they are. */
final class PersonalInTextRule implements Rule {
  @Override
  public String code() {
    return "personal-in-text";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Detected detected : facts.detected().columns()) {
      if (!detected.whole()) {
        report.masked(
            this,
            Severity.WARNING,
            facts.columns().get(detected.column().index()),
            Map.of("variant", detected.category().code(), "why", detected.why().code()),
            value -> detected.isPersonal(value),
            detected::masked);
      }
    }
  }
}
