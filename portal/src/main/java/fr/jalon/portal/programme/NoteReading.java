package fr.jalon.portal.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * Someone read the notes written of a beneficiary.
 *
 * @param reader their name, then
 */
public record NoteReading(Instant at, String reader, UUID beneficiaryId, String beneficiary) {
  public String href() {
    return ProgrammePaths.beneficiary(beneficiaryId);
  }
}
