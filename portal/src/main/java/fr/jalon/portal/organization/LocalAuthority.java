package fr.jalon.portal.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A commune, an EPCI or another local government.
 *
 * @param id made from the SIREN, so the same in every portal
 * @param name as the official lists write it
 * @param siren nine digits
 * @param insee code of the commune (COG), null for the others
 * @param department code of the département ("18"), of most of its members for an EPCI
 * @param slug its name in addresses, unique
 * @param population inhabitants, 0 when unknown
 */
public record LocalAuthority(
    UUID id,
    Kind kind,
    String name,
    String siren,
    @Nullable String insee,
    String department,
    String slug,
    int population) {
  /** What kind of local government. */
  public enum Kind {
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    REGION,
    SYNDICAT,
    /** A groupement d'intérêt public: who runs a programme may be one. */
    GIP
  }
}
