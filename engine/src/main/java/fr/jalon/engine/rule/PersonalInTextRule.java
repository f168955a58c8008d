package fr.jalon.engine.rule;

import fr.jalon.engine.profile.PersonalData;
import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cell holds the e-mail, the mobile or social security number, or the name of a person. */
final class PersonalInTextRule implements Rule {
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{2,64}@[\\w-]{2,63}(?:\\.[\\w-]{2,63}){1,3}");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![\\d.,/-])0[67](?:[ .-]?\\d{2}){4}(?![\\d])");

  /** With its spaces, as people write it: 1 84 12 45 234 567 28. */
  private static final Pattern SOCIAL_SECURITY =
      Pattern.compile(
          "(?<![\\d.,/-])[12] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}(?!\\d)");

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
    for (ColumnFacts column : facts.columns()) {
      if (column.kind() == Kinds.TEXT && column.profile().personal() == null) {
        report.cells(this, Severity.WARNING, column, value -> speaksOfSomeone(value.toString()));
      }
    }
  }

  private static boolean speaksOfSomeone(String text) {
    if (text.indexOf('@') > 0) {
      Matcher mail = MAIL.matcher(text);
      while (mail.find()) {
        if (PersonalData.isPersonalMailbox(mail.group())) {
          return true;
        }
      }
    }
    boolean mobile = text.contains("06") || text.contains("07");
    return mobile && MOBILE.matcher(text).find()
        || PersonalData.namesSomeone(text)
        || hasSocialSecurity(text);
  }

  private static boolean hasSocialSecurity(String text) {
    Matcher number = SOCIAL_SECURITY.matcher(text);
    while (number.find()) {
      if (Identifiers.isNir(number.group().replace(" ", ""))) {
        return true;
      }
    }
    return false;
  }
}
