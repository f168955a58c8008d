package fr.jalon.engine.rule;

import fr.jalon.engine.profile.PersonalData;
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
    for (ColumnFacts column : facts.columns()) {
      String personal = column.profile().personal();
      if (personal != null) {
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("variant", personal),
            value -> isPersonal(personal, value.toString()));
      }
    }
  }

  private static boolean isPersonal(String personal, String text) {
    return switch (personal) {
      case "email" -> PersonalData.isPersonalMailbox(text);
      case "phone" -> PersonalData.isMobile(text);
      default -> true;
    };
  }
}
