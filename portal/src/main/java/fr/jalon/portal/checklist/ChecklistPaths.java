package fr.jalon.portal.checklist;

import fr.jalon.portal.programme.ProgrammePaths;
import java.util.UUID;

/** The addresses of this room. */
public final class ChecklistPaths {
  static final String PATTERN = ProgrammePaths.BENEFICIARIES + "/{id}/check-list";

  private ChecklistPaths() {}

  public static String checklist(UUID beneficiaryId) {
    return ProgrammePaths.beneficiary(beneficiaryId) + "/check-list";
  }

  /** Of an item of the authority. */
  public static String item(UUID beneficiaryId, AuthorityItem item) {
    return checklist(beneficiaryId) + "/" + item.key();
  }

  /** Of an item of a dataset. */
  public static String item(UUID beneficiaryId, UUID subject, DatasetItem item) {
    return checklist(beneficiaryId) + "/jeux/" + subject + "/" + item.key();
  }
}
