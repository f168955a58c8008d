package fr.jalon.portal.document;

import fr.jalon.portal.storage.UnusedFiles;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has papers go with what they are about, once it has been kept long enough. */
@Service
public class PaperRemoval {
  private final PaperRows rows;
  private final UnusedFiles files;

  PaperRemoval(PaperRows rows, UnusedFiles files) {
    this.rows = rows;
    this.files = files;
  }

  /** In the transaction in which what they are about goes; their bytes go once it is done. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Collection<UUID> subjects) {
    files.removeOnceCommitted(rows.remove(subjects));
  }

  /** Which of them have papers. */
  @Transactional(readOnly = true)
  public Set<UUID> having(Collection<UUID> subjects) {
    return Set.copyOf(rows.having(subjects));
  }
}
