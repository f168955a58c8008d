package fr.jalon.engine.personal;

import fr.jalon.engine.table.Text;

/**
 * Says of one text whether it tells something of a person, and what it is without that.
 *
 * @param named true when names that no civility announces are looked for too: in texts that talk,
 *     not in labels, where a street or a school is named after someone
 */
public record TextTest(boolean named) implements CellTest {
  @Override
  public boolean isPersonal(String text) {
    return PersonalTexts.mayTell(Text.of(text)) && PersonalTexts.tells(text, named);
  }

  /** The text as it may be shown. */
  public String masked(String text) {
    return PersonalTexts.masked(text, named);
  }

  /** The text, with a sign in the place of what it tells of people. */
  public String replaced(String text, String sign) {
    return isPersonal(text) ? PersonalTexts.replaced(text, named, sign) : text;
  }
}
