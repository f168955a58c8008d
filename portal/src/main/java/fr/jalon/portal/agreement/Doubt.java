package fr.jalon.portal.agreement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A silence or a contradiction of the text, which a named person settles for an agreement. The
 * numbers are those of the analysis of the text that the decisions page shows.
 */
public enum Doubt {
  /** 1. "la contribution prévue à l'article 4": its amount is in article 3. */
  CONTRIBUTION_ARTICLE(Clause.UNILATERAL_TERMINATION, Choice.FUNDING_ARTICLE),
  /** 2. "la totalité de la contribution": the beneficiary's share, not the whole budget. */
  WHOLE_CONTRIBUTION(Clause.UNILATERAL_TERMINATION, Choice.BENEFICIARY_SHARE, Choice.WHOLE_BUDGET),
  /** 3. "avant la fin des prestations" in the title, "avant son terme" in the text. */
  BEFORE_WHICH_END(Clause.UNILATERAL_TERMINATION, Choice.BEFORE_TERM, Choice.BEFORE_LAST_SESSION),
  /** 4. No effective date, notice nor form for a unilateral termination. */
  UNILATERAL_EFFECT(Clause.UNILATERAL_TERMINATION, Choice.DAY_RECEIVED, Choice.DAY_CHOSEN),
  /** 5. "fin automatique", and "à sa date de sortie en fin d'année civile". */
  MEMBERSHIP_LOSS_EFFECT(Clause.UNILATERAL_TERMINATION, Choice.END_OF_YEAR, Choice.DAY_LOST),
  /** 5 again. Sessions between a loss of membership and the 31st of December. */
  SESSIONS_AFTER_LOSS(Clause.UNILATERAL_TERMINATION, null, Choice.COUNTED, Choice.NOT_COUNTED),
  /** 6. "la contribution versée pour l'année en cours", where there is a single one. */
  CONTRIBUTION_OF_THE_YEAR(Clause.UNILATERAL_TERMINATION, Choice.NO_REFUND),
  /** 7. Ended by both before anything was paid: the protocol says what is due. */
  MUTUAL_DUE(Clause.MUTUAL_TERMINATION, null, Choice.IN_THE_PROTOCOL),
  /** 8. A notice sent after the end: the debt survives. */
  NOTICE_AFTER_END(Clause.FUNDING, Choice.ALLOWED, Choice.NOT_ALLOWED),
  /** 9. Two signatures on two days. */
  DAY_OF_SIGNATURE(Clause.DURATION, Choice.LATER_DAY, Choice.EARLIER_DAY),
  /** 10. Two articles of one number. */
  ARTICLE_NUMBERS(Clause.NONE, Choice.NUMBER_AND_TITLE),
  /** 11. Twelve sessions, thirteen stages listed. */
  SESSIONS_AND_STAGES(Clause.ACCOMPANIMENT, Choice.FREE_SESSIONS),
  /** 12. How many interviews and workshop days. */
  NUMBER_OF_MEETINGS(Clause.ACCOMPANIMENT, Choice.SET_BY_SEASON),
  /** 13. The accompaniment ends before the agreement. */
  TAIL(Clause.DURATION, Choice.NO_SESSION_PLANNED, Choice.SESSIONS_ALLOWED),
  /** 14. "bilan du volet 1": a second one is not described. */
  SECOND_PART(Clause.ACCOMPANIMENT, Choice.NOT_DESCRIBED),
  /** 15. "la ville de": an EPCI may sign. */
  WHO_MAY_SIGN(Clause.NONE, Choice.ANY_AUTHORITY, Choice.COMMUNES_ONLY),
  /** 16. "soumises à la loi": a target, not a condition. */
  SUBJECT_TO_THE_LAW(Clause.ACCOMPANIMENT, Choice.INFORMATION, Choice.CONDITION),
  /** 17. VAT, late payment, disputes: nothing is said. */
  NOT_MENTIONED(Clause.FUNDING, Choice.LEFT_OUT),
  /** 18. Who is controller of which personal data. */
  CONTROLLERS(Clause.PERSONAL_DATA, Choice.REGISTER),
  /** When the sandbox opens: "mis à disposition des candidats". */
  SANDBOX_OPENS(Clause.ACCOMPANIMENT, Choice.FROM_ACCEPTANCE, Choice.FROM_SIGNATURE),
  /** "fin de l'année civile en cours": the year of which day. */
  YEAR_OF_MUTUAL_END(
      Clause.MUTUAL_TERMINATION, Choice.YEAR_OF_LATER_SIGNATURE, Choice.YEAR_OF_EARLIER_SIGNATURE),
  /** Nothing says what those who are no members agree to lose. */
  MEMBERSHIP_PRESUMED(Clause.UNILATERAL_TERMINATION, Choice.MEMBERS_ONLY, Choice.NON_MEMBERS_TOO),
  /** What an early end does to what the other funders bring. */
  FUNDERS_AFTER_EARLY_END(
      Clause.FUNDING, null, Choice.WHOLE_SHARES, Choice.SHARES_BY_SESSION, Choice.IN_THE_PROTOCOL),
  /** A session held before the signature: the launch meeting. */
  SESSION_BEFORE_SIGNATURE(Clause.ACCOMPANIMENT, null, Choice.COUNTED, Choice.NOT_COUNTED);

  private final Clause clause;
  private final @Nullable Choice usual;
  private final List<Choice> choices;

  Doubt(Clause clause, @Nullable Choice usual, Choice... others) {
    this.clause = clause;
    this.usual = usual;
    this.choices =
        usual == null
            ? List.of(others)
            : java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(usual), java.util.stream.Stream.of(others))
                .toList();
  }

  /** Where the text is silent. */
  public Clause clause() {
    return clause;
  }

  /** What holds while nobody decided, null where nothing does: somebody must. */
  public @Nullable Choice usual() {
    return usual;
  }

  /** What may be decided. */
  public List<Choice> choices() {
    return choices;
  }

  /** Of its words in the message files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What may be decided of a doubt. */
  public enum Choice {
    FUNDING_ARTICLE,
    BENEFICIARY_SHARE,
    WHOLE_BUDGET,
    BEFORE_TERM,
    BEFORE_LAST_SESSION,
    DAY_RECEIVED,
    DAY_CHOSEN,
    END_OF_YEAR,
    DAY_LOST,
    COUNTED,
    NOT_COUNTED,
    NO_REFUND,
    IN_THE_PROTOCOL,
    ALLOWED,
    NOT_ALLOWED,
    LATER_DAY,
    EARLIER_DAY,
    NUMBER_AND_TITLE,
    FREE_SESSIONS,
    SET_BY_SEASON,
    NO_SESSION_PLANNED,
    SESSIONS_ALLOWED,
    NOT_DESCRIBED,
    ANY_AUTHORITY,
    COMMUNES_ONLY,
    INFORMATION,
    CONDITION,
    LEFT_OUT,
    REGISTER,
    FROM_ACCEPTANCE,
    FROM_SIGNATURE,
    YEAR_OF_LATER_SIGNATURE,
    YEAR_OF_EARLIER_SIGNATURE,
    MEMBERS_ONLY,
    NON_MEMBERS_TOO,
    WHOLE_SHARES,
    SHARES_BY_SESSION;

    /** Of its words in the message files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
