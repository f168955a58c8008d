package fr.jalon.portal.diagnosis;

import fr.jalon.portal.diagnosis.Interview.Guide;
import java.time.LocalDate;
import java.util.UUID;

/** A talk of which the authority was shown nothing yet; without a word of its notes. */
public record Unreleased(UUID id, UUID beneficiaryId, Guide guide, LocalDate day) {
  public String href() {
    return DiagnosisPaths.of(beneficiaryId) + "/entretiens/" + id;
  }
}
