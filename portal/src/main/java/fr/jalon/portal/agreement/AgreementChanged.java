package fr.jalon.portal.agreement;

import java.util.UUID;

/** Something was recorded of an agreement. */
public record AgreementChanged(UUID agreementId, UUID organizationId, UUID seasonId, Fact fact) {}
