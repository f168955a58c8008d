package fr.jalon.portal.workshop;

import fr.jalon.portal.storage.StoredFileUser;
import org.springframework.stereotype.Component;

/** The files of workshops, in the store. */
@Component
class MaterialFiles implements StoredFileUser {
  private final WorkshopRows rows;

  MaterialFiles(WorkshopRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean uses(String sha256) {
    return rows.usesFile(sha256);
  }
}
