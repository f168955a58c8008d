package fr.jalon.portal.agreement;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Rejected;

/**
 * What someone may see and do of an agreement: those of the organizer see all of them, the people
 * of an authority theirs; only its référent sees its money.
 *
 * @param money sees sums
 * @param records says what happened
 * @param bills issues notices, records payments
 */
public record Viewer(boolean money, boolean records, boolean bills) {
  /**
   * @throws Rejected with {@link AgreementProblem#NO_SUCH_AGREEMENT} to other authorities
   */
  public static Viewer of(Person who, Agreement agreement) {
    return switch (who.role()) {
      case ADMINISTRATOR -> new Viewer(true, true, true);
      case FACILITATOR -> new Viewer(true, true, false);
      case FINANCE -> new Viewer(true, false, true);
      case FOCAL_POINT -> own(who, agreement, true);
      case AGENT -> own(who, agreement, false);
      case TRAINEE -> throw new Rejected(AgreementProblem.NO_SUCH_AGREEMENT);
    };
  }

  private static Viewer own(Person who, Agreement agreement, boolean money) {
    if (!agreement.organizationId().equals(who.organizationId())) {
      throw new Rejected(AgreementProblem.NO_SUCH_AGREEMENT);
    }
    return new Viewer(money, false, false);
  }

  /** True for the organizer's people: they see every agreement. */
  public static boolean seesAll(Person who) {
    return who.role() == Role.FACILITATOR
        || who.role() == Role.FINANCE
        || who.role() == Role.ADMINISTRATOR;
  }

  /** True when this person adds something to it: what happened, or a paper. */
  boolean writes() {
    return records || bills;
  }

  /** True for those who see the money of a whole season, and record what funders do. */
  public static boolean seesSeasonMoney(Person who) {
    return who.role() == Role.FINANCE || who.role() == Role.ADMINISTRATOR;
  }

  /** True when this person may record that. */
  boolean may(Act act) {
    boolean money =
        act instanceof Act.Noticed
            || act instanceof Act.NoticeReduced
            || act instanceof Act.Paid
            || act instanceof Act.Disputed
            || act instanceof Act.DisputeSettled;
    return money ? bills : records;
  }
}
