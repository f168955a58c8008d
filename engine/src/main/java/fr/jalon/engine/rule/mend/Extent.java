package fr.jalon.engine.rule.mend;

import fr.jalon.engine.personal.TextTest;

/** What of a column a choice concerns. */
public enum Extent {
  /** Every filled cell. */
  COLUMN,
  /** What tells of somebody in texts that talk, names that no civility announces too. */
  TEXTS,
  /** The same in labels: a name that no civility announces is that of a street or of a school. */
  LABELS;

  /** That of texts in which this looks for people. */
  public static Extent of(TextTest texts) {
    return texts.named() ? TEXTS : LABELS;
  }

  /** True when the choice concerns this cell. */
  boolean concerns(String text) {
    return this == COLUMN || texts().isPersonal(text);
  }

  /** The text without what it tells of somebody. */
  String replaced(String text, String sign) {
    return this == COLUMN ? sign : texts().replaced(text, sign);
  }

  private TextTest texts() {
    return new TextTest(this == TEXTS);
  }
}
