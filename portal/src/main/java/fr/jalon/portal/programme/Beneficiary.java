package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The role an authority plays in a season.
 *
 * @param agreementId its agreement
 * @param dossier what it was asked for
 * @param designations of référents, by day
 * @param membership in the GIP, null while nobody said
 * @param revision counts the changes of what it was asked for
 */
public record Beneficiary(
    UUID id,
    UUID seasonId,
    UUID organizationId,
    String name,
    UUID agreementId,
    Instant acceptedAt,
    Dossier dossier,
    List<Designation> designations,
    @Nullable Membership membership,
    int revision) {
  public Beneficiary {
    designations = List.copyOf(designations);
  }

  /**
   * What an authority tells of itself so that the agreement can be signed and billed; "" or null
   * for what is missing.
   *
   * @param agents in full-time equivalents
   */
  public record Dossier(
      String address,
      String signatory,
      @Nullable BigDecimal agents,
      String deliberation,
      @Nullable LocalDate deliberatedOn,
      String debtorSiret,
      String serviceCode,
      String engagement,
      boolean noCodes) {
    static final Dossier NONE = new Dossier("", "", null, "", null, "", "", "", false);
  }

  /** Someone is its référent from a day on. */
  public record Designation(UUID personId, String personName, LocalDate from, String by) {}

  /**
   * Its membership of the GIP.
   *
   * @param lostOn null while it is a member
   * @param reason of a loss
   */
  public record Membership(LocalDate since, @Nullable LocalDate lostOn, String reason) {
    /** True on a day. */
    public boolean isMember(LocalDate day) {
      return !day.isBefore(since) && (lostOn == null || !day.isAfter(lostOn));
    }
  }

  /** Its référent on a day, null when nobody was designated by then. */
  public @Nullable Designation focalPoint(LocalDate day) {
    Designation last = null;
    for (Designation one : designations) {
      if (!one.from().isAfter(day)) {
        last = one;
      }
    }
    return last;
  }

  public String href() {
    return ProgrammePaths.beneficiary(id);
  }

  /** True for those who see its money: those of the region, and the référents of the authority. */
  public boolean showsMoneyTo(Person who) {
    return switch (who.role()) {
      case AGENT, TRAINEE -> false;
      case FOCAL_POINT -> organizationId.equals(who.organizationId());
      case FACILITATOR, FINANCE, ADMINISTRATOR -> true;
    };
  }
}
