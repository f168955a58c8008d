package fr.jalon.portal.agreement;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an agreement, as a fact: days are civil days, and what follows from them is
 * reckoned by {@link Reckoning}, never written.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Act.Drafted.class, name = "drafted"),
  @JsonSubTypes.Type(value = Act.Sent.class, name = "sent"),
  @JsonSubTypes.Type(value = Act.Signed.class, name = "signed"),
  @JsonSubTypes.Type(value = Act.Amended.class, name = "amended"),
  @JsonSubTypes.Type(value = Act.Terminated.class, name = "terminated"),
  @JsonSubTypes.Type(value = Act.MembershipLost.class, name = "membership-lost"),
  @JsonSubTypes.Type(value = Act.EndedByBoth.class, name = "ended-by-both"),
  @JsonSubTypes.Type(value = Act.GivenUp.class, name = "given-up"),
  @JsonSubTypes.Type(value = Act.EndedOutside.class, name = "ended-outside"),
  @JsonSubTypes.Type(value = Act.Decided.class, name = "decided"),
  @JsonSubTypes.Type(value = Act.Noticed.class, name = "noticed"),
  @JsonSubTypes.Type(value = Act.NoticeReduced.class, name = "notice-reduced"),
  @JsonSubTypes.Type(value = Act.Paid.class, name = "paid"),
  @JsonSubTypes.Type(value = Act.Disputed.class, name = "disputed"),
  @JsonSubTypes.Type(value = Act.DisputeSettled.class, name = "dispute-settled"),
  @JsonSubTypes.Type(value = Act.Corrected.class, name = "corrected")
})
public sealed interface Act {
  /** The day it is about. */
  LocalDate on();

  /** Where the text speaks of it. */
  Clause clause();

  /** The terms are written. */
  record Drafted(LocalDate on, Terms terms) implements Act {
    @Override
    public Clause clause() {
      return Clause.DURATION;
    }
  }

  /** Sent to be signed. */
  record Sent(LocalDate on) implements Act {
    @Override
    public Clause clause() {
      return Clause.DURATION;
    }
  }

  /**
   * Signed by one party.
   *
   * @param by name and capacity of who signed
   */
  record Signed(LocalDate on, Party party, String by) implements Act {
    @Override
    public Clause clause() {
      return Clause.DURATION;
    }
  }

  /**
   * Changed by an amendment that both signed.
   *
   * @param on the day from which the new terms hold
   * @param number 1 for the first
   * @param terms the whole terms from that day
   */
  record Amended(
      LocalDate on,
      int number,
      Terms terms,
      LocalDate signedByOrganizer,
      LocalDate signedByBeneficiary)
      implements Act {
    public Amended {
      LocalDate later =
          signedByOrganizer.isAfter(signedByBeneficiary) ? signedByOrganizer : signedByBeneficiary;
      if (on.isBefore(later)) {
        throw new IllegalArgumentException(
            "an amendment holds from its later signature on: " + on + ", " + later);
      }
      if (terms.end().isBefore(on)) {
        throw new IllegalArgumentException(
            "an amendment that ends before it holds: " + on + ", " + terms.end());
      }
    }

    @Override
    public Clause clause() {
      return Clause.AMENDMENT;
    }
  }

  /**
   * Ended by the beneficiary.
   *
   * @param on the day its letter was received
   * @param effect the day chosen, null while nobody chose one
   */
  record Terminated(LocalDate on, @Nullable LocalDate effect) implements Act {
    @Override
    public Clause clause() {
      return Clause.UNILATERAL_TERMINATION;
    }
  }

  /**
   * The beneficiary is a member no more.
   *
   * @param on the day it was decided
   * @param reason as written
   */
  record MembershipLost(LocalDate on, String reason) implements Act {
    @Override
    public Clause clause() {
      return Clause.UNILATERAL_TERMINATION;
    }
  }

  /**
   * Ended by both, by a protocol that says what is due.
   *
   * @param on the later day of signature
   * @param earlier the other one
   * @param due of the contribution, in all
   */
  record EndedByBoth(LocalDate on, LocalDate earlier, Euros due) implements Act {
    public EndedByBoth {
      if (earlier.isAfter(on)) {
        throw new IllegalArgumentException("the later signature first: " + on + ", " + earlier);
      }
      if (due.isNegative()) {
        throw new IllegalArgumentException("nothing is given back: " + due);
      }
    }

    @Override
    public Clause clause() {
      return Clause.MUTUAL_TERMINATION;
    }
  }

  /** Given up before both signed. */
  record GivenUp(LocalDate on, String reason) implements Act {
    @Override
    public Clause clause() {
      return Clause.NONE;
    }
  }

  /**
   * Ended in a way that the text does not know: by the organizer alone, by a merger of communes.
   *
   * @param on its last day
   */
  record EndedOutside(LocalDate on, String reason) implements Act {
    @Override
    public Clause clause() {
      return Clause.NONE;
    }
  }

  /** A doubt of the text was settled. */
  record Decided(LocalDate on, Doubt doubt, Doubt.Choice choice, String reason) implements Act {
    public Decided {
      if (!doubt.choices().contains(choice)) {
        throw new IllegalArgumentException("not a choice of " + doubt + ": " + choice);
      }
    }

    @Override
    public Clause clause() {
      return doubt.clause();
    }
  }

  /**
   * A payment notice was issued.
   *
   * @param number of the revenue order, as accounting gave it
   * @param debtor as it is written on it
   */
  record Noticed(LocalDate on, UUID notice, String number, Euros amount, String debtor)
      implements Act {
    @Override
    public Clause clause() {
      return Clause.FUNDING;
    }
  }

  /** A second document takes something off a notice, or all of it. */
  record NoticeReduced(LocalDate on, UUID notice, Euros by, String number) implements Act {
    @Override
    public Clause clause() {
      return Clause.FUNDING;
    }
  }

  /** Something was paid. */
  record Paid(LocalDate on, Euros amount, String reference) implements Act {
    @Override
    public Clause clause() {
      return Clause.FUNDING;
    }
  }

  /** A notice is disputed. */
  record Disputed(LocalDate on, UUID notice, String reason) implements Act {
    @Override
    public Clause clause() {
      return Clause.NONE;
    }
  }

  /** It is no longer. */
  record DisputeSettled(LocalDate on, UUID notice, String reason) implements Act {
    @Override
    public Clause clause() {
      return Clause.NONE;
    }
  }

  /**
   * An earlier fact was wrong: it counts no more from the moment this one is known.
   *
   * @param fact the one that was wrong
   */
  record Corrected(LocalDate on, UUID fact, String reason) implements Act {
    @Override
    public Clause clause() {
      return Clause.NONE;
    }
  }
}
