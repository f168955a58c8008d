package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Detected;
import java.util.Map;

/** A column that seems to speak of people: it may only be published if the law allows it. */
final class PersonalDataRule implements Rule {
  @Override
  public String code() {
    return "personal-data";
  }

  @Override
  public Against against() {
    return Against.NOTHING;
  }

  @Override
  public void look(Facts facts, Report report) {
    for (Detected detected : facts.detected().columns()) {
      if (detected.whole()) {
        report.masked(
            this,
            Severity.WARNING,
            facts.columns().get(detected.column().index()),
            Map.of("variant", detected.category().code(), "why", detected.why().code()),
            value -> detected.isPersonal(value.toString()),
            detected::masked);
      }
    }
  }
}
