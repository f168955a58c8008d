package fr.jalon.portal.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority asks to take part in a season.
 *
 * @param organizationId null while nobody confirmed an authority we do not know
 * @param name of the authority, ours when we know it
 * @param agents in full-time equivalents, as declared; null when they were not
 * @param former true when it took part in an earlier season, as declared
 * @param member true when it is a member of the GIP, as declared
 * @param reason of a decision
 * @param revision counts the changes
 */
public record Candidacy(
    UUID id,
    UUID seasonId,
    @Nullable UUID organizationId,
    String siren,
    String name,
    Contact contact,
    String reasons,
    @Nullable BigDecimal agents,
    boolean former,
    boolean member,
    Eligibility eligibility,
    Standing standing,
    Instant sentAt,
    @Nullable Instant decidedAt,
    String decidedBy,
    String reason,
    int revision) {

  /** Who writes for it. */
  public record Contact(String name, String email, String phone) {}

  /** Where it is. */
  public enum Standing {
    RECEIVED,
    WAITING,
    ACCEPTED,
    REFUSED;

    /** True when nobody decided for good. */
    public boolean isOpen() {
      return this == RECEIVED || this == WAITING;
    }
  }

  public String href() {
    return ProgrammePaths.candidacy(id);
  }
}
