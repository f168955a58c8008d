package fr.jalon.portal.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says which acts may be recorded, by what is known: what the text does not allow is refused. */
final class Admission {
  private final Reckoning reckoning;
  private final LocalDate today;

  Admission(Reckoning reckoning, LocalDate today) {
    this.reckoning = reckoning;
    this.today = today;
  }

  /** Why an act cannot be recorded, null when it can. */
  @Nullable AgreementProblem refusal(Act act) {
    if (act.on().isAfter(latest(act))) {
      return AgreementProblem.DAY_TO_COME;
    }
    if (act instanceof Act.Drafted) {
      return reckoning.findStart().isPresent() ? AgreementProblem.SIGNED_BY_BOTH : null;
    }
    if (act.on().isBefore(first())) {
      return AgreementProblem.NO_SUCH_DAY;
    }
    if (act instanceof Act.Sent || act instanceof Act.Signed || act instanceof Act.GivenUp) {
      return beforeForce(act);
    }
    if (act instanceof Act.Amended amended) {
      return amendment(amended);
    }
    if (act instanceof Act.Terminated
        || act instanceof Act.MembershipLost
        || act instanceof Act.EndedByBoth
        || act instanceof Act.EndedOutside) {
      return ending(act);
    }
    return act instanceof Act.Decided || act instanceof Act.Corrected ? null : money(act);
  }

  /** An amendment may hold, and a termination take effect, on a day to come. */
  private LocalDate latest(Act act) {
    return act instanceof Act.Amended ? LocalDate.MAX : today;
  }

  private LocalDate first() {
    return reckoning.acts(Act.Drafted.class).map(Act::on).findFirst().orElse(LocalDate.MIN);
  }

  private @Nullable AgreementProblem beforeForce(Act act) {
    Status status = reckoning.on(today).status();
    if (status == Status.GIVEN_UP) {
      return AgreementProblem.OVER;
    }
    if (act instanceof Act.Signed signed) {
      return reckoning.findSignature(signed.party()).isPresent()
          ? AgreementProblem.SIGNED_ALREADY
          : null;
    }
    return reckoning.findStart().isPresent() ? AgreementProblem.SIGNED_BY_BOTH : null;
  }

  private @Nullable AgreementProblem amendment(Act.Amended amended) {
    if (reckoning.findStart().isEmpty()) {
      return AgreementProblem.NOT_SIGNED;
    }
    if (amended.signedByOrganizer().isAfter(today)
        || amended.signedByBeneficiary().isAfter(today)) {
      return AgreementProblem.DAY_TO_COME;
    }
    return reckoning.findLastDay().filter(last -> amended.on().isAfter(last)).isPresent()
        ? AgreementProblem.OVER
        : null;
  }

  private @Nullable AgreementProblem ending(Act act) {
    LocalDate start = reckoning.findStart().orElse(null);
    LocalDate last = reckoning.findLastDay().orElse(null);
    if (start == null || last == null) {
      return AgreementProblem.NOT_SIGNED;
    }
    if (act.on().isAfter(last) || reckoning.on(today).ending() != null) {
      return AgreementProblem.OVER;
    }
    if (act.on().isBefore(start)) {
      return AgreementProblem.END_OUT_OF_PLACE;
    }
    if (act instanceof Act.Terminated terminated) {
      LocalDate effect = terminated.effect();
      boolean outside = effect != null && (effect.isBefore(act.on()) || effect.isAfter(last));
      return outside ? AgreementProblem.END_OUT_OF_PLACE : null;
    }
    return act instanceof Act.EndedByBoth both
            && both.due().compareTo(reckoning.on(last).terms().funding().budget()) > 0
        ? AgreementProblem.NO_SUCH_AMOUNT
        : null;
  }

  /** Notices and payments are possible after the end: the debt survives. */
  private @Nullable AgreementProblem money(Act act) {
    if (reckoning.findStart().isEmpty()) {
      return AgreementProblem.NOT_SIGNED;
    }
    Position now = reckoning.on(today);
    if (act instanceof Act.Noticed noticed) {
      if (noticed.amount().cents() <= 0) {
        return AgreementProblem.NO_SUCH_AMOUNT;
      }
      return noticed.amount().compareTo(now.toNotice()) > 0
          ? AgreementProblem.NOTICED_ABOVE_DUE
          : null;
    }
    if (act instanceof Act.Paid paid) {
      if (paid.amount().cents() <= 0) {
        return AgreementProblem.NO_SUCH_AMOUNT;
      }
      return paid.amount().compareTo(now.remaining()) > 0 ? AgreementProblem.PAID_ABOVE_DUE : null;
    }
    return act instanceof Act.NoticeReduced reduced
        ? reduction(reduced)
        : act instanceof Act.Disputed disputed
            ? known(disputed.notice())
            : act instanceof Act.DisputeSettled settled ? known(settled.notice()) : null;
  }

  private @Nullable AgreementProblem reduction(Act.NoticeReduced reduced) {
    Act.Noticed notice =
        reckoning
            .acts(Act.Noticed.class)
            .filter(one -> one.notice().equals(reduced.notice()))
            .findFirst()
            .orElse(null);
    if (notice == null) {
      return AgreementProblem.NO_SUCH_NOTICE;
    }
    boolean odd =
        reduced.by().cents() <= 0 || reduced.by().compareTo(reckoning.live(notice, today)) > 0;
    return odd ? AgreementProblem.NO_SUCH_AMOUNT : null;
  }

  private @Nullable AgreementProblem known(UUID notice) {
    return reckoning.acts(Act.Noticed.class).anyMatch(one -> one.notice().equals(notice))
        ? null
        : AgreementProblem.NO_SUCH_NOTICE;
  }
}
