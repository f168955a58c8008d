package fr.jalon.portal.home;

import fr.jalon.portal.agreement.SeasonMoney.AuthorityLine;
import java.util.stream.Stream;

/** Which lines of the table of money are shown. */
enum MoneyFilter {
  ALL(""),
  NOTICE_LATE("avis-en-retard"),
  UNSIGNED("a-signer"),
  TO_PAY("reste-a-payer"),
  DISPUTED("conteste"),
  OVERPAID("trop-verse"),
  UNDECIDED("a-decider");

  private final String key;

  MoneyFilter(String key) {
    this.key = key;
  }

  /** As written in an address. */
  String key() {
    return key;
  }

  /** That of an address; all for one that is none. */
  static MoneyFilter of(String key) {
    return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst().orElse(ALL);
  }

  boolean shows(AuthorityLine line) {
    return switch (this) {
      case ALL -> true;
      case NOTICE_LATE -> line.noticeLate();
      case UNSIGNED -> line.position().status().isBeforeForce();
      case TO_PAY -> !line.sums().remaining().isZero();
      case DISPUTED -> line.position().disputed();
      case OVERPAID -> !line.sums().overpaid().isZero();
      case UNDECIDED -> line.undecided();
    };
  }
}
