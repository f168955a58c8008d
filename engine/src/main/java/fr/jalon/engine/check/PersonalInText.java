package fr.jalon.engine.check;

import fr.jalon.engine.profile.PersonalData;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cell holds the e-mail, the mobile number or the name of a person. */
final class PersonalInText implements Check {
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{2,64}@[\\w-]{2,63}(?:\\.[\\w-]{2,63}){1,3}");
  private static final Pattern MOBILE =
      Pattern.compile("(?<![\\d.,/-])0[67](?:[ .-]?\\d{2}){4}(?![\\d])");

  @Override
  public String code() {
    return "personal-in-text";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (column.kind().equals("text") && column.profile().personal() == null) {
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
    return mobile && MOBILE.matcher(text).find() || PersonalData.namesSomeone(text);
  }
}
