package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Position;
import fr.jalon.portal.agreement.Reckoning;

/**
 * A beneficiary with where it is: its agreement as it stands today, its sessions against the quota.
 */
public record Followed(
    Season season,
    Beneficiary beneficiary,
    Agreement agreement,
    Reckoning reckoning,
    Position position,
    Tally tally) {}
