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

  private static final int MOST_ROUNDS = 8;

  /** That of texts in which this looks for people. */
  public static Extent of(TextTest texts) {
    return texts.named() ? TEXTS : LABELS;
  }

  /** True when the choice concerns this cell. */
  boolean concerns(String text) {
    return this == COLUMN || texts().isPersonal(text);
  }

  /** The text without what it tells of somebody; what stood too close to be seen goes in turn. */
  String replaced(String text, String sign) {
    if (this == COLUMN) {
      return sign;
    }
    String before = text;
    String after = texts().replaced(before, sign);
    for (int round = 0; round < MOST_ROUNDS && !after.equals(before); round++) {
      before = after;
      after = texts().replaced(before, sign);
    }
    return after;
  }

  private TextTest texts() {
    return new TextTest(this == TEXTS);
  }
}
