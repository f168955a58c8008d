package fr.jalon.engine.personal;

import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Text;

/**
 * A column that tells something of people.
 *
 * @param whole true when the column is made of it; false when some of its free texts tell it
 * @param cells which of its values do
 * @param why what it was seen by
 */
public record Detected(
    Category category, Column column, boolean whole, CellTest cells, Reason why) {

  /** True when this value of the column tells something of a person. */
  public boolean isPersonal(String value) {
    return cells.isPersonal(value);
  }

  /** The same of a value as it is in the file: a glance at its bytes spares most texts. */
  public boolean isPersonal(Text value) {
    return (whole || PersonalTexts.mayTell(value)) && cells.isPersonal(value.toString());
  }

  /** A value of the column as it may be shown: what tells of a person is covered. */
  public String masked(String value) {
    if (!whole) {
      return cells instanceof TextTest texts ? texts.masked(value) : PersonalTexts.masked(value);
    }
    // between quotes a mobile is none of the column, and still one in a text
    return isPersonal(value) ? Masked.of(category, value) : PersonalTexts.masked(value);
  }
}
